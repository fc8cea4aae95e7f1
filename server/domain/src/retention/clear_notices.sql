delete from notice
where seen_at < $1
