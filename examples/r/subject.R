#!/usr/bin/env Rscript
# SPDX-License-Identifier: Apache-2.0
#
# Log-sum-exp and softmax in R, put before the gate by the protocol of docs/chapters/protocol.md:
#
#   ./softlaw verify --subject-command 'Rscript examples/r/subject.R'

logsumexp <- function(x) {
  m <- max(x, -Inf)
  m + log(sum(exp(x - m)))
}

softmax <- function(x) {
  e <- exp(x - max(x, -Inf))
  e / sum(e)
}

# Numbers and the hexadecimal digits of their bits, 16 each.
read_numbers <- function(digits) {
  bytes <- as.raw(strtoi(strsplit(digits, "(?<=..)", perl = TRUE)[[1]], 16L))
  readBin(bytes, "double", n = nchar(digits) / 16, endian = "big")
}

write_numbers <- function(values) {
  paste(as.character(writeBin(as.double(values), raw(), endian = "big")), collapse = "")
}

call <- function(name, x) switch(name, logsumexp = logsumexp(x), softmax = softmax(x))

answer <- function(line) {
  words <- strsplit(line, " ")[[1]]
  result <- tryCatch(
    write_numbers(call(words[2], read_numbers(gsub("[][]", "", words[4])))),
    error = function(e) paste("!", conditionMessage(e))
  )
  paste("softlaw:", words[1], result)
}

say <- function(lines) {
  writeLines(lines)
  flush(stdout())
}

say(paste("softlaw:", c("protocol 1", "name textbook in R", "contract 4ulp", "binary64 logsumexp softmax", "ready")))
questions <- file("stdin", "r")
while (length(line <- readLines(questions, 1)) > 0) say(answer(line))
