# SPDX-License-Identifier: Apache-2.0
# matrixStats of R as a subject, by the protocol of docs/chapters/protocol.md.
suppressPackageStartupMessages(library(matrixStats))

# Numbers and the hexadecimal digits of their bits, 16 each.
read_numbers <- function(digits) {
  bytes <- as.raw(strtoi(strsplit(digits, "(?<=..)", perl = TRUE)[[1]], 16L))
  readBin(bytes, "double", n = nchar(digits) / 16, endian = "big")
}

write_number <- function(value) paste(as.character(writeBin(as.double(value), raw(), endian = "big")), collapse = "")

answer <- function(line) {
  words <- strsplit(line, " ")[[1]]
  result <- tryCatch(write_number(logSumExp(read_numbers(gsub("[][]", "", words[4])))),
    error = function(e) paste("!", conditionMessage(e))
  )
  paste("softlaw:", words[1], result)
}

say <- function(lines) {
  writeLines(lines)
  flush(stdout())
}

say(paste("softlaw:", c(
  "protocol 1", paste("name matrixStats", packageVersion("matrixStats")), "contract 4ulp+4cond", "binary64 logsumexp", "ready"
)))
questions <- file("stdin", "r")
while (length(line <- readLines(questions, 1)) > 0) say(answer(line))
