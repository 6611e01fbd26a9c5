# SPDX-License-Identifier: Apache-2.0
# The rounding errors of exponential(Short, …) in exponential-inl.hpp, for each entry of its table of powers.
@rnd = float<ieee_64, ne>;
r = fixed<-25, ne>(r_);
t = rnd(t_);

r2 rnd= r * r;
p0 rnd= r * @Short_tail_1@ + @Short_tail_0@;
p2 rnd= r * @Short_tail_3@ + @Short_tail_2@;
p4 rnd= r * @Short_tail_5@ + @Short_tail_4@;
p6 rnd= r * @Short_tail_7@ + @Short_tail_6@;
upper rnd= p6 * r2 + p4;
lower rnd= p2 * r2 + p0;
r4 rnd= r2 * r2;
tail rnd= upper * r4 + lower;
r_two rnd= r + 2;
head rnd= r_two * r + 2;
r3 rnd= r2 * r;
cubic rnd= r3 * tail;
t2 rnd= t * t;
half rnd= t * 0x1.5555555555555p-3 + 0.5;
growth rnd= t2 * half + t;
sum rnd= head + cubic;
rest rnd= sum * growth + cubic;
all rnd= head + rest;
low rnd= @rest@ * all + rest;
high rnd= head * @power@;
product_low = head * @power@ - high;    # exact: fused, or by halves
last rnd= @power@ * low + product_low;

exact_tail = ((r * @Short_tail_7@ + @Short_tail_6@) * (r * r) + (r * @Short_tail_5@ + @Short_tail_4@)) *
  ((r * r) * (r * r)) + ((r * @Short_tail_3@ + @Short_tail_2@) * (r * r) + (r * @Short_tail_1@ + @Short_tail_0@));
exact_cubic = ((r * r) * r) * exact_tail;
exact_head = (r + 2) * r + 2;
exact_growth = (t * t) * (t * 0x1.5555555555555p-3 + 0.5) + t;
exact_rest = (exact_head + exact_cubic) * exact_growth + exact_cubic;
exact_low = @rest@ * (exact_head + exact_rest) + exact_rest;
exact_last = @power@ * exact_low + product_low;

# 2 exp(r + t) > 1.83: below 2^-63 of the value, with 3 % left for the polynomial and for t
{ |r| <= 0.0868 /\ |t| <= 1b-18 ->
  head - exact_head in [0, 0] /\ |last - exact_last| <= @bound@ }
