mod forgotten;
mod links;
mod weekly;

use super::{
    Language, Letter, Mailer,
    compose::{Names, compose},
    put,
};
use crate::{Domain, db::sql, jobs, testing::TestDomain};
use jiff::Timestamp;
use model::{News, PersonId, Role};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    sync::mpsc,
};

/// A mail server on this machine that takes everything, except letters to `refused@…`; the letters it took.
async fn fake_server() -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let (took, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (took, (read, mut write)) = (took.clone(), stream.into_split());
            tokio::spawn(async move {
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 test\r\n").await.unwrap();
                let mut letter: Option<String> = None;
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match (&mut letter, line.as_str()) {
                        (Some(_), ".") => {
                            took.send(letter.take().unwrap()).unwrap();
                            "250 taken"
                        }
                        (Some(letter), line) => {
                            letter.push_str(line);
                            letter.push('\n');
                            continue;
                        }
                        (None, "DATA") => {
                            letter = Some(String::new());
                            "354 go on"
                        }
                        (None, line) if line.contains("refused@") => "550 nobody of that name",
                        (None, _) => "250 fine",
                    };
                    write.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                }
            });
        }
    });
    (url, letters)
}

async fn with_mail() -> (Domain, TestDomain, mpsc::UnboundedReceiver<String>) {
    let test = TestDomain::new().await;
    let (url, letters) = fake_server().await;
    let mailer = Mailer::new(&url, None, "Seatscope <seats@f.example>", "https://seats.f.example").unwrap();
    let domain = Domain { mail: Some(mailer), ..test.domain.clone() };
    (domain, test, letters)
}

/// Does what is due; the letters that went out.
async fn letters_of(domain: &Domain, took: &mut mpsc::UnboundedReceiver<String>) -> Vec<String> {
    while jobs::run_due(domain).await.unwrap() {}
    let mut letters = Vec::new();
    // The server tells of a letter before it says that it took it.
    while let Ok(letter) = took.try_recv() {
        letters.push(letter);
    }
    letters
}

async fn write(domain: &Domain, test: &TestDomain, email: &str, letter: Letter) {
    let person = test.person(test.account, email, &[Role::SalesAgent]).await.id().unwrap();
    let mut tx = domain.db.write().await.unwrap();
    put(&mut tx, domain, (test.account, person), letter).await.unwrap();
    tx.commit().await.unwrap();
}

fn invitation() -> Letter {
    let until = Timestamp::from_second(1_800_000_000).unwrap();
    Letter::Invitation { link: "secret-of-the-link".into(), until, by: Some("Pat Admin".into()) }
}

#[tokio::test]
async fn a_letter_is_sealed_while_it_waits_and_sent_once() {
    let (domain, test, mut letters) = with_mail().await;
    write(&domain, &test, "new@f.example", invitation()).await;
    let waiting: String = sql("select details from job").scalar(&domain.db).await.unwrap();
    assert!(!waiting.contains("secret-of-the-link"));
    while jobs::run_due(&domain).await.unwrap() {}
    let letter = letters.recv().await.unwrap();
    assert!(letter.contains("From: Seatscope <seats@f.example>") && letter.contains("<new@f.example>"), "{letter}");
    assert!(letter.contains("Subject: Pat Admin invites you to 9000001"), "{letter}");
    assert!(
        letter.contains("https://seats.f.example/sign-in?link=3Dsecret-of-the-link")
            || letter.contains("https://seats.f.example/sign-in?link=secret-of-the-link"),
        "{letter}"
    );
    assert!(letters.try_recv().is_err());
}

#[tokio::test]
async fn a_letter_that_the_server_refuses_stays_in_sight() {
    let (domain, test, _letters) = with_mail().await;
    write(&domain, &test, "refused@f.example", invitation()).await;
    assert!(jobs::run_due(&domain).await.unwrap());
    let trouble = jobs::trouble(&domain).await.unwrap();
    assert!(trouble[0].error.contains("nobody of that name"), "{trouble:?}");
    assert!(trouble[0].again.is_some());
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_put_down() {
    let test = TestDomain::new().await;
    write(&test.domain, &test, "new@f.example", invitation()).await;
    let waiting: i64 = sql("select count(*) from job").scalar(&test.db).await.unwrap();
    assert_eq!(waiting, 0);
}

#[tokio::test]
async fn each_reads_a_letter_in_their_own_language_and_who_has_left_gets_none() {
    let (domain, test, mut letters) = with_mail().await;
    write(&domain, &test, "mei@f.example", Letter::News { news: News::ReviewDue }).await;
    write(&domain, &test, "gone@f.example", Letter::News { news: News::ReviewDue }).await;
    let mut tx = domain.db.write().await.unwrap();
    for text in [
        "update person set locale = 'zh-TW' where email = 'mei@f.example'",
        "update membership set removed_at = 1 where person_id = (select id from person where email = 'gone@f.example')",
    ] {
        sql(text).execute(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    while jobs::run_due(&domain).await.unwrap() {}
    let letter = letters.recv().await.unwrap();
    assert!(letter.contains("<mei@f.example>") && letter.contains("Subject: =?utf-8?b?"), "{letter}");
    assert!(letters.try_recv().is_err());
    assert!(jobs::trouble(&domain).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_notices_tell_is_written_once_and_only_while_it_is_news() {
    let (domain, test, mut letters) = with_mail().await;
    let person = test.person(test.account, "new@f.example", &[]).await.id().unwrap();
    let given = |role| News::RoleGiven { person, name: "new".into(), role, by: Some("Pat Admin".into()) };
    let mut tx = domain.db.write().await.unwrap();
    let now = domain.clock.seconds();
    for (news, at) in
        [(given(Role::PartnerAdmin), now), (given(Role::SalesAgent), now), (News::ReviewDue, now - 90_000)]
    {
        crate::notices::put(&mut tx, test.account, person, &news, at).await.unwrap();
    }
    tx.commit().await.unwrap();
    for _ in 0..2 {
        super::write_notices(&test.domain).await.unwrap();
        super::write_notices(&domain).await.unwrap();
        while jobs::run_due(&domain).await.unwrap() {}
    }
    let letter = letters.recv().await.unwrap();
    assert!(letter.contains("Subject: You are MPN partner admin of 9000001 now"), "{letter}");
    assert!(letters.try_recv().is_err(), "neither of a role that opens nothing, nor of yesterday");
}

#[test]
fn letters_say_who_and_what_and_where() {
    let id = PersonId(uuid::Uuid::nil());
    let names = Names { id, person: "林美玲", account: "Fabrikam Cloud", origin: "https://s.example" };
    let role = Role::PartnerAdmin;
    let news = News::RequestMade { person: id, name: "Ann\r\nBcc: all@f.example".into(), role };
    let (subject, text) = compose(Language::En, &Letter::News { news }, &names);
    assert!(!subject.contains(['\r', '\n']), "{subject:?}");
    assert!(text.contains("https://s.example/access/requests"));
    let until = Timestamp::from_second(1_800_000_000).unwrap();
    let news = News::GrantEnds { person: id, name: "林美玲".into(), role, until };
    let (subject, text) = compose(Language::ZhTw, &Letter::News { news }, &names);
    assert_eq!(subject, "您對「Fabrikam Cloud」的存取權即將到期");
    assert!(text.starts_with("林美玲 您好：") && text.contains("2027年1月15日"), "{text}");
}

#[test]
fn a_mail_server_is_spoken_to_in_the_clear_on_this_machine_only() {
    let new = |url: &str| Mailer::new(url, None, "a@b.example", "https://s.example");
    for good in ["smtps://me@mail.example", "smtp://me@mail.example:587", "smtp://localhost:25", "smtp://mail.example/"]
    {
        assert!(new(good).is_ok(), "{good}");
    }
    for bad in ["mail.example", "http://mail.example", "smtp://", "smtp://host:port", "smtps://me:secret@mail.example"]
    {
        let refused = new(bad).unwrap_err().to_string();
        assert!(!refused.contains("secret"), "{refused}");
    }
    assert!(Mailer::new("smtp://localhost", None, "nobody", "x").is_err());
}
