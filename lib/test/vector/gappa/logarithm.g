# SPDX-License-Identifier: Apache-2.0
# The rounding errors of logarithm() in logarithm-inl.hpp: what its low part misses of the same expression without
# rounding.  Sums and products that are exact as pairs are so by their construction; their low parts enter here as
# numbers with bounds.
@rnd = float<ieee_64, ne>;
r = rnd(r_);            # z factor - 1 = r + r_low
p_low = rnd(p_low_);
first_low = rnd(first_low_);
second_low = rnd(second_low_);
base_low = rnd(base_low_);
square_low = rnd(square_low_);

r2 rnd= r * r;
r4 rnd= r2 * r2;
a rnd= r * @log_tail_1@ + @log_tail_0@;
b rnd= r * @log_tail_3@ + @log_tail_2@;
c rnd= r * @log_tail_5@ + @log_tail_4@;
d rnd= r2 * @log_tail_6@ + c;
e rnd= r2 * b + a;
tail rnd= r4 * d + e;
r3 rnd= r2 * r;
cubic rnd= r3 * tail;
product rnd= p_low * r;
before rnd= r - 1;
r_low rnd= product * before + p_low;
s rnd= first_low + second_low;
t rnd= base_low - square_low;
rest rnd= s + t;
last rnd= cubic + r_low;
low rnd= rest + last;

exact_a = r * @log_tail_1@ + @log_tail_0@;
exact_b = r * @log_tail_3@ + @log_tail_2@;
exact_c = r * @log_tail_5@ + @log_tail_4@;
exact_tail = ((r * r) * (r * r)) * ((r * r) * @log_tail_6@ + exact_c) + ((r * r) * exact_b + exact_a);
exact_cubic = ((r * r) * r) * exact_tail;
exact_r_low = (p_low * r) * (r - 1) + p_low;
exact = ((first_low + second_low) + (base_low - square_low)) + (exact_cubic + exact_r_low);

{ |r| <= 0.0048 /\ |p_low| <= 1b-53 /\ |first_low| <= 1b-44 /\ |second_low| <= 1b-44 /\ |base_low| <= 1b-32 /\
  |square_low| <= 1b-68 -> |low - exact| <= 1b-74 }
