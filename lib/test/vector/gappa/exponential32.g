# SPDX-License-Identifier: Apache-2.0
# The rounding errors of exponential32() in kernels32-inl.hpp, from the reduced argument on.
@rnd = float<ieee_64, ne>;
r = rnd(r_);

r2 rnd= r * r;
r4 rnd= r2 * r2;
p0 rnd= r * @binary32_tail_1@ + @binary32_tail_0@;
p2 rnd= r * @binary32_tail_3@ + @binary32_tail_2@;
p4 rnd= r * @binary32_tail_5@ + @binary32_tail_4@;
p6 rnd= r * @binary32_tail_7@ + @binary32_tail_6@;
lower rnd= p2 * r2 + p0;
upper rnd= p6 * r2 + p4;
middle rnd= r4 * @binary32_tail_8@ + upper;
tail rnd= middle * r4 + lower;
one rnd= r + 1;
power rnd= r2 * tail + one;

square = r * r;
exact_lower = (r * @binary32_tail_3@ + @binary32_tail_2@) * square + (r * @binary32_tail_1@ + @binary32_tail_0@);
exact_upper = (r * @binary32_tail_7@ + @binary32_tail_6@) * square + (r * @binary32_tail_5@ + @binary32_tail_4@);
exact_tail = ((square * square) * @binary32_tail_8@ + exact_upper) * (square * square) + exact_lower;
exact = square * exact_tail + (r + 1);

# exp(r) >= 0.7
{ |r| <= 0.34658 -> |power - exact| <= 0x1.66p-52 }
