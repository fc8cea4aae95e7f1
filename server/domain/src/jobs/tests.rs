use super::{Kind, LOCK, MOST_ATTEMPTS, prepare, put, run_due, take::take, trouble};
use crate::{db::sql, testing::TestDomain};

async fn add(test: &TestDomain, kind: &str, key: &str) {
    let mut tx = test.db.write().await.unwrap();
    put(&mut tx, Kind::Mail, key, "nonsense", test.clock.seconds()).await.unwrap();
    sql("update job set kind = $1 where key = $2").bind(kind).bind(key).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn left(test: &TestDomain) -> i64 {
    sql("select count(*) from job").scalar(&test.db).await.unwrap()
}

async fn run_all(test: &TestDomain) -> usize {
    let mut done = 0;
    while run_due(test).await.unwrap() {
        done += 1;
    }
    done
}

#[tokio::test]
async fn two_jobs_of_one_key_are_one_and_a_job_done_is_gone() {
    let test = TestDomain::new().await;
    add(&test, "mail", "one").await;
    add(&test, "mail", "one").await;
    // A letter that nobody can send any more, without a mail server, is done with.
    assert_eq!((run_all(&test).await, left(&test).await), (1, 0));
}

#[tokio::test]
async fn what_comes_back_comes_back_in_its_time() {
    let test = TestDomain::new().await;
    prepare(&test).await.unwrap();
    prepare(&test).await.unwrap();
    let recurring = Kind::ALL.iter().filter(|kind| kind.every().is_some()).count();
    assert_eq!(run_all(&test).await, recurring);
    assert_eq!(run_all(&test).await, 0);
    test.clock.advance(24 * 3_600);
    assert!(run_all(&test).await >= recurring);
    assert!(trouble(&test).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_job_of_a_dead_worker_is_taken_again_after_its_lock() {
    let test = TestDomain::new().await;
    add(&test, "mail", "one").await;
    assert!(take(&test).await.unwrap().is_some(), "whoever took it dies now");
    test.clock.advance(LOCK - 1);
    assert!(take(&test).await.unwrap().is_none());
    test.clock.advance(1);
    assert_eq!(run_all(&test).await, 1);
}

#[tokio::test]
async fn a_worker_that_was_thought_dead_does_not_undo_what_the_next_one_does() {
    let test = TestDomain::new().await;
    add(&test, "mail", "one").await;
    let late = take(&test).await.unwrap().unwrap();
    test.clock.advance(LOCK);
    let taken = take(&test).await.unwrap().unwrap();
    super::done::done(&test, &late, Kind::Mail).await.unwrap();
    assert_eq!(left(&test).await, 1, "it is the second one's now");
    super::done::done(&test, &taken, Kind::Mail).await.unwrap();
    assert_eq!(left(&test).await, 0);
}

#[tokio::test]
async fn a_job_that_fails_waits_longer_each_time_and_is_given_up_in_sight() {
    let test = TestDomain::new().await;
    add(&test, "work_of_tomorrow", "one").await;
    let mut waits = Vec::new();
    for _ in 0..MOST_ATTEMPTS {
        assert_eq!(run_all(&test).await, 1);
        let due: i64 = sql("select due_at from job").scalar(&test.db).await.unwrap();
        waits.push(due - test.clock.seconds());
        test.clock.advance(*waits.last().unwrap());
    }
    assert!(waits.is_sorted() && waits[0] == 60, "{waits:?}");
    assert_eq!(run_all(&test).await, 0, "it was given up");
    let trouble = trouble(&test).await.unwrap();
    assert_eq!((trouble.len(), trouble[0].again, trouble[0].attempts), (1, None, MOST_ATTEMPTS));
    assert!(trouble[0].error.contains("newer version"));
}

/// Several servers share one PostgreSQL; on SQLite commands run beside the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_job_is_taken_twice_at_the_same_time() {
    let test = std::sync::Arc::new(TestDomain::new().await);
    for n in 0..40 {
        add(&test, "mail", &n.to_string()).await;
    }
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let test = std::sync::Arc::clone(&test);
        workers.spawn(async move {
            let mut taken = Vec::new();
            while let Some(job) = take(&test).await.unwrap() {
                taken.push(job.id);
            }
            taken
        });
    }
    let mut all: Vec<_> = workers.join_all().await.concat();
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    assert_eq!((count, all.len()), (40, 40));
}
