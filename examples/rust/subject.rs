// SPDX-License-Identifier: Apache-2.0
//
// Log-sum-exp and softmax in Rust, put before the gate by the protocol of docs/chapters/protocol.md:
//
//   rustc -O examples/rust/subject.rs -o subject-rust
//   ./softlaw verify --subject-command ./subject-rust
use std::io::{stdin, stdout, BufRead, Write};

fn logsumexp(x: &[f64]) -> f64 {
    let m = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    m + x.iter().map(|v| (v - m).exp()).sum::<f64>().ln()
}

fn softmax(x: &[f64]) -> Vec<f64> {
    let m = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let e: Vec<f64> = x.iter().map(|v| (v - m).exp()).collect();
    let sum: f64 = e.iter().sum();
    e.iter().map(|v| v / sum).collect()
}

// Numbers and the hexadecimal digits of their bits, 16 each.
fn read_numbers(digits: &str) -> Result<Vec<f64>, String> {
    let word = |i: usize| u64::from_str_radix(&digits[i..i + 16], 16).map_err(|e| e.to_string());
    (0..digits.len()).step_by(16).map(|i| word(i).map(f64::from_bits)).collect()
}

fn write_numbers(values: &[f64]) -> String {
    values.iter().map(|v| format!("{:016x}", v.to_bits())).collect()
}

fn answer(function: &str, x: &str) -> Result<String, String> {
    let x = read_numbers(x.trim_matches(|c| c == '[' || c == ']'))?;
    match function {
        "logsumexp" => Ok(write_numbers(&[logsumexp(&x)])),
        "softmax" => Ok(write_numbers(&softmax(&x))),
        _ => Err(format!("no function {function}")),
    }
}

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in ["protocol 1", "name textbook in Rust", "contract 4ulp", "binary64 logsumexp softmax", "ready"] {
        writeln!(out, "softlaw: {line}")?;
    }
    for line in stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split(' ').collect();
        let result = answer(words[1], words[3]).unwrap_or_else(|error| format!("! {error}"));
        writeln!(out, "softlaw: {} {result}", words[0])?;
        out.flush()?;
    }
    Ok(())
}
