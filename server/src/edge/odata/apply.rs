//! `$apply`: filters, then groups.
//!
//! Source: `OData` Extension for Data Aggregation 4.0, §3: `filter`, `groupby` and `aggregate`, in that order.

use super::{
    filter::filter,
    words::{Word, words},
};
use domain::extract::{BadQuery, Groups, Kind, Made, Make, Test, place};

/// What is applied: what must hold of rows, and how they are grouped; nothing when they stay rows.
pub(super) type Applied = (Vec<Test>, Option<Groups>);

/// Reads it over these columns.
pub(super) fn apply(text: &str, columns: &[(String, Kind)]) -> Result<Applied, BadQuery> {
    let (mut tests, mut groups) = (Vec::new(), None);
    let mut rest = text.trim();
    loop {
        let (name, inside, after) = call(rest)?;
        match name {
            _ if groups.is_some() => return Err(BadQuery::Unsupported(format!("{name} after groups"))),
            "filter" => tests.push(filter(inside, columns)?),
            "groupby" => groups = Some(grouped(inside, columns)?),
            "aggregate" => groups = Some(Groups { by: Vec::new(), makes: made(inside, columns)? }),
            _ => return Err(BadQuery::Unsupported(format!("{name:?} in $apply"))),
        }
        match after.strip_prefix('/') {
            Some(more) => rest = more,
            None if after.is_empty() => return Ok((tests, groups)),
            None => return Err(BadQuery::Syntax(format!("{after:?} does not belong there"))),
        }
    }
}

/// `name(inside)` at the beginning of a text, and what comes after it. Brackets inside texts do not count.
fn call(text: &str) -> Result<(&str, &str, &str), BadQuery> {
    let wrong = || BadQuery::Syntax(format!("{text:?} is no transformation"));
    let (name, rest) = text.split_once('(').ok_or_else(wrong)?;
    let (mut depth, mut quoted) = (1, false);
    for (at, c) in rest.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((name.trim(), &rest[..at], rest[at + 1..].trim()));
        }
    }
    Err(wrong())
}

/// `(A,B)` or `(A,B),aggregate(…)`.
fn grouped(text: &str, columns: &[(String, Kind)]) -> Result<Groups, BadQuery> {
    let (name, inside, after) = call(text)?;
    if !name.is_empty() {
        return Err(BadQuery::Syntax("groupby begins with the columns in brackets".into()));
    }
    let by: Vec<usize> = inside.split(',').map(|name| column(name.trim(), columns)).collect::<Result<_, _>>()?;
    let makes = match after.strip_prefix(',') {
        None if after.is_empty() => Vec::new(),
        None => return Err(BadQuery::Syntax(format!("{after:?} does not belong there"))),
        Some(more) => match call(more.trim())? {
            ("aggregate", inside, "") => made(inside, columns)?,
            (name, ..) => return Err(BadQuery::Unsupported(format!("{name:?} in groupby"))),
        },
    };
    Ok(Groups { by, makes })
}

/// `Column with sum as Name, $count as Name`.
fn made(text: &str, columns: &[(String, Kind)]) -> Result<Vec<Made>, BadQuery> {
    let words = words(text)?;
    let one = |words: &[Word]| {
        let names: Option<Vec<&str>> =
            words.iter().map(|word| if let Word::Name(name) = word { Some(name.as_str()) } else { None }).collect();
        match names.as_deref() {
            Some(["$count", "as", name]) => Ok(Made { name: (*name).to_owned(), how: Make::Rows }),
            Some([of, "with", how, "as", name]) => {
                let at = column(of, columns)?;
                let how = match *how {
                    "sum" => Make::Sum(at),
                    "min" => Make::Lowest(at),
                    "max" => Make::Highest(at),
                    "average" => Make::Mean(at),
                    "countdistinct" => Make::Different(at),
                    other => return Err(BadQuery::Unsupported(format!("the method {other:?}"))),
                };
                how.kind(of, columns[at].1)?;
                Ok(Made { name: (*name).to_owned(), how })
            }
            _ => Err(BadQuery::Syntax(format!("{text:?} is no list of `Column with method as Name`"))),
        }
    };
    words.split(|word| *word == Word::Sign(',')).map(one).collect()
}

fn column(name: &str, columns: &[(String, Kind)]) -> Result<usize, BadQuery> {
    place(columns.iter().map(|(name, _)| name.as_str()), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_then_groups() {
        let columns = [("Name".to_owned(), Kind::Text), ("Seats".to_owned(), Kind::Number(0))];
        let read = |text: &str| apply(text, &columns);
        let (tests, groups) =
            read("filter(Name ne 'a)(b')/groupby((Name),aggregate(Seats with sum as S,$count as N))").unwrap();
        assert_eq!(tests.len(), 1);
        let groups = groups.unwrap();
        assert_eq!(groups.by, [0]);
        assert_eq!(groups.makes.iter().map(|it| it.how).collect::<Vec<_>>(), [Make::Sum(1), Make::Rows]);
        assert!(read("groupby((Name,Seats))").unwrap().1.unwrap().makes.is_empty());
        for wrong in [
            "",
            "groupby",
            "groupby(Name)",
            "groupby((Nobody))",
            "aggregate(Name with sum as S)",
            "aggregate(Seats)",
            "aggregate(Seats with median as S)",
            "compute(Seats add 1 as S)",
            "groupby((Name))/groupby((Name))",
            "groupby((Name),compute(x))",
            "filter(Name eq 'a'",
            "aggregate()",
            "groupby((Name)) x",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
