# SPDX-License-Identifier: Apache-2.0
#
# Log-sum-exp and softmax in Julia, put before the gate by the protocol of docs/chapters/protocol.md.  Untried: it
# was written without a Julia at hand, and no test runs it.
#
#   ./softlaw verify --subject-command 'julia examples/julia/subject.jl'

function logsumexp(x)
    m = maximum(x; init = -Inf)
    m + log(sum(exp.(x .- m)))
end

function softmax(x)
    e = exp.(x .- maximum(x; init = -Inf))
    e ./ sum(e)
end

# Numbers and the hexadecimal digits of their bits, 16 each.
read_numbers(digits) =
    [reinterpret(Float64, parse(UInt64, digits[i:i+15]; base = 16)) for i in 1:16:length(digits)]
write_numbers(values) = join(string(reinterpret(UInt64, v); base = 16, pad = 16) for v in values)

const functions = Dict("logsumexp" => x -> [logsumexp(x)], "softmax" => softmax)

function answer(line)
    number, name, _, x = split(line, ' ')
    try
        "$number $(write_numbers(functions[name](read_numbers(strip(x, ['[', ']'])))))"
    catch error
        "$number ! $(first(split(sprint(showerror, error), '\n')))"
    end
end

function say(line)
    println("softlaw: ", line)
    flush(stdout)
end

foreach(say, ["protocol 1", "name textbook in Julia", "contract 4ulp", "binary64 logsumexp softmax", "ready"])
foreach(line -> say(answer(line)), eachline())
