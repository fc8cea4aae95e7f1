//! Names of companies that do not exist.

const FIRST: [&str; 48] = [
    "Adatum",
    "Bellows",
    "Contoso",
    "Datum",
    "Everlight",
    "Fourth Graphic",
    "Gildenmoor",
    "Humongous",
    "Islandia",
    "Jadeite",
    "Kirinvale",
    "Lamna",
    "Margie",
    "Nodworth",
    "Orchardine",
    "Proseware",
    "Quillstone",
    "Relecloud",
    "Sunrisen",
    "Tailspin",
    "Umberley",
    "Verdantia",
    "Wingtip",
    "Xanthea",
    "Yarrowby",
    "Zephyrin",
    "Alderquay",
    "Brindlewick",
    "Cavendel",
    "Dorrimar",
    "Eskaline",
    "Fennimore Bay",
    "Graywick",
    "Hollowmere",
    "Ironquill",
    "Junipero",
    "Kestrelle",
    "Litware",
    "Mossgate",
    "Nettlecombe",
    "Oakhaven",
    "Pellanor",
    "Quarrystone",
    "Rivendale",
    "Silverbrook",
    "Thistleby",
    "VanArsdel",
    "Woodgrove",
];
const SECOND: [&str; 40] = [
    "Advisors",
    "Bakery",
    "Clinics",
    "Design",
    "Electronics",
    "Foods",
    "Garments",
    "Hotels",
    "Instruments",
    "Joinery",
    "Kitchens",
    "Logistics",
    "Motors",
    "Networks",
    "Optics",
    "Print",
    "Quarry",
    "Robotics",
    "Shipping",
    "Textiles",
    "Utilities",
    "Ventures",
    "Works",
    "Analytics",
    "Breweries",
    "Ceramics",
    "Dental",
    "Energy",
    "Farms",
    "Glass",
    "Housing",
    "Imaging",
    "Jewellers",
    "Laboratories",
    "Marine",
    "Nurseries",
    "Outfitters",
    "Pharma",
    "Tools",
    "Travel",
];
const ZH_FIRST: [&str; 24] = [
    "綠洲",
    "春水",
    "海岸",
    "晨曦",
    "雲嶺",
    "松濤",
    "月泉",
    "青禾",
    "白鷺",
    "赤杉",
    "霧台山",
    "銀杏里",
    "藍鯨灣",
    "石濱",
    "楓橋渡",
    "向陽坡",
    "望海",
    "竹影",
    "千羽",
    "南風渡",
    "鹿鳴谷",
    "晴川",
    "墨田溪",
    "遠帆",
];
const ZH_SECOND: [&str; 17] = [
    "物流", "食品", "紡織", "設計", "旅館", "電子", "精密", "生技", "光學", "營造", "機械", "文具", "農產", "印刷",
    "資訊", "陶瓷", "航運",
];

/// The name of a customer of a market. Different numbers give different names.
pub(super) fn name(number: u64, seed: u64, market: &str) -> String {
    let chinese = market == "Taiwan" && number % 9 < 5;
    let (name, round) = if chinese { chinese_name(number, seed) } else { latin_name(number, seed) };
    if round > 0 { format!("{name} {}", round + 1) } else { name }
}

/// Walks through all pairs before any comes again; also says how often that has happened.
fn pair<'a>(number: u64, seed: u64, first: &[&'a str], second: &[&'a str]) -> (&'a str, &'a str, u64) {
    let (f, s) = (first.len() as u64, second.len() as u64);
    let place = |n: u64, of: u64| usize::try_from(n % of).unwrap_or(0);
    // A prime step visits every pair once in f × s numbers.
    let n = (number % (f * s) * 1117 + seed % 9973) % (f * s);
    (first[place(n, f)], second[place(n / f, s)], number / (f * s))
}

fn latin_name(number: u64, seed: u64) -> (String, u64) {
    let (first, second, round) = pair(number, seed, &FIRST, &SECOND);
    let (other, trade, _) = pair(number + 1, seed.wrapping_add(17), &FIRST, &SECOND);
    let name = match number % 43 {
        7 => format!(
            "{first} {second} and {trade} Holding Company of the Northern and Southern Provinces \
             (formerly {other} {second} and Sons), Limited"
        ),
        20 => format!("{first} \"{other}\" {second}"),
        4 | 13 | 26 | 35 => format!("{first} {second}, Inc."),
        n if n % 5 == 0 => format!("{first} {second} Ltd"),
        n if n % 7 == 1 => format!("{} {}", first.to_uppercase(), second.to_uppercase()),
        _ => format!("{first} {second}"),
    };
    (name, round)
}

fn chinese_name(number: u64, seed: u64) -> (String, u64) {
    let (first, second, round) = pair(number, seed, &ZH_FIRST, &ZH_SECOND);
    let (other, _, _) = pair(number + 1, seed.wrapping_add(17), &ZH_FIRST, &ZH_SECOND);
    let name = match number % 31 {
        11 => format!(
            "財團法人{first}{second}產業人才培育暨永續發展基金會附設{other}地區中小企業數位轉型與雲端服務推廣輔導中心\
             （籌備處）"
        ),
        n if n % 3 == 0 => format!("{first}{second}有限公司"),
        _ => format!("{first}{second}股份有限公司"),
    };
    (name, round)
}
