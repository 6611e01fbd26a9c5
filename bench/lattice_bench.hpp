// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Registers the lattice soft-min: its time against n/d, and next to the direct sum.
void add_lattice_benchmarks();
