delete from file
where ended_at <= $1
returning id
