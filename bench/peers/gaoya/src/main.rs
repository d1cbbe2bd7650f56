//! gaoya as its users in Rust run it: MinHash of 128 hashes of 32 bits, 16 bands of 8, its own index, which holds
//! what the bands find against the threshold by its estimate.
//!
//!     gaoya_peer INPUT.jsonl OUTPUT.json THRESHOLD       RAYON_NUM_THREADS says how many threads
//!
//! The output holds the pairs found, as numbers of lines from 1.
use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};
use rayon::prelude::*;
use serde::Deserialize;
use std::{env, fs};

const BANDS: usize = 16;
const ROWS: usize = 8;
const WORDS: usize = 5;

#[derive(Deserialize)]
struct Record {
    text: String,
}

/// The words in lower case, one blank between two, and where each begins and ends: shingles are slices of it.
fn words_of(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut joined = String::with_capacity(text.len());
    let mut places = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        let begin = joined.len();
        if word.is_ascii() {
            joined.extend(word.bytes().map(|b| b.to_ascii_lowercase() as char));
        } else {
            joined.push_str(&word.to_lowercase());
        }
        places.push((begin, joined.len()));
    }
    (joined, places)
}

fn signature_of(line: &str, hasher: &impl MinHasher<V = u32>) -> Vec<u32> {
    let record: Record = serde_json::from_str(line).expect("a record with a text");
    let (joined, places) = words_of(&record.text);
    let size = WORDS.min(places.len().max(1));
    hasher.create_signature(places.windows(size).map(|run| &joined[run[0].0..run[size - 1].1]))
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let content = fs::read_to_string(&arguments[1]).expect("the input can be read");
    let threshold: f64 = arguments[3].parse().expect("a threshold");
    let lines: Vec<&str> = content.lines().collect();
    let hasher = MinHasher32::new(BANDS * ROWS);
    let signatures: Vec<Vec<u32>> = lines.par_iter().map(|line| signature_of(line, &hasher)).collect();
    let mut index: MinHashIndex<u32, usize> = MinHashIndex::new(BANDS, ROWS, threshold);
    index.par_bulk_insert((1..=lines.len()).collect(), signatures.clone());
    let found = index.par_bulk_query(&signatures);
    let pairs: Vec<[usize; 2]> = found
        .iter()
        .enumerate()
        .flat_map(|(i, others)| others.iter().filter(move |&&other| other > i + 1).map(move |&other| [i + 1, other]))
        .collect();
    let output = fs::File::create(&arguments[2]).expect("the output can be written");
    serde_json::to_writer(output, &serde_json::json!({ "pairs": pairs })).expect("the output can be written");
}
