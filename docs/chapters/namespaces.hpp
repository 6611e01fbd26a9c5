// SPDX-License-Identifier: Apache-2.0
#pragma once

/// \namespace softlaw
/// The library: log-sum-exp and its relatives in binary64 and binary32, each with a stated error bound.
/// It depends on the standard library alone.

/// \namespace softlaw::reference
/// The reference: enclosures of the exact values, on MPFR.  See \ref reference_chapter.

/// \namespace softlaw::properties
/// The laws, what runs them, and the subjects they are held against.  See \ref judging.
