delete from job
where key = $1
