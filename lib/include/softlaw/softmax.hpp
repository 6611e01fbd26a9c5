// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <softlaw/matrix_view.hpp>
#include <span>

/// \file
/// Softmax and its logarithm, of a vector and of the rows of a matrix.
namespace SOFTLAW_API softlaw {

/// \f$\operatorname{softmax}(x)_i = e^{x_i} / \sum_j e^{x_j}\f$.
///
/// \param x    any number of entries.
/// \param out  as many; may be x itself.
/// \throws std::invalid_argument if the sizes differ.
/// \par Special values
///   empty: nothing; any NaN, any \f$+\infty\f$ or all \f$-\infty\f$: NaN in every entry; an entry
///   \f$-\infty\f$ gives 0; one finite entry gives exactly 1.
/// \par Error
///   correctly rounded in each entry, so that equal entries give equal bits and the order of the entries
///   does not show.
/// \par Complexity
///   \f$O(n)\f$, one exponential per entry; rows of more than 1024 entries use the heap
///   during the call, if it has room.
/// \par Source
///   S1 (Softmax); S2 (The Softmax).
void softmax(std::span<const double> x, std::span<double> out);
/// \overload
void softmax(std::span<const float> x, std::span<float> out);

/// Softmax at a temperature, \f$\operatorname{softmax}(x / T)\f$, where \f$x / T\f$ is never formed.
///
/// \param x            any number of entries.
/// \param temperature  a positive number; \f$+\infty\f$ gives the uniform distribution on the
///                     entries that are not \f$-\infty\f$.
/// \param out          as many entries as x; may be x itself.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if the temperature is not positive.
/// \par Special values, error, complexity
///   those of softmax(x, out).
/// \par Source
///   S2 (The Softmax).
void softmax(std::span<const double> x, double temperature, std::span<double> out);
/// \overload
void softmax(std::span<const float> x, float temperature, std::span<float> out);

/// The logarithm of softmax, \f$x_i - \operatorname{LSE}(x)\f$, without cancellation.
///
/// \param x    any number of entries.
/// \param out  as many; may be x itself.
/// \throws std::invalid_argument if the sizes differ.
/// \par Special values
///   empty: nothing; any NaN, any \f$+\infty\f$ or all \f$-\infty\f$: NaN in every entry; an entry
///   \f$-\infty\f$ gives \f$-\infty\f$; one finite entry gives exactly 0.
/// \par Error
///   correctly rounded in each entry.
/// \par Complexity
///   \f$O(n)\f$, three passes with one exponential per entry; in place, rows of more than
///   1024 entries use the heap during the call, if it has room.
/// \par Source
///   S2 (Softmax and Cross-Entropy Loss).
void log_softmax(std::span<const double> x, std::span<double> out);
/// \overload
void log_softmax(std::span<const float> x, std::span<float> out);

/// The logarithm of softmax at a temperature; see log_softmax(x, out) and
/// softmax(x, temperature, out) for conventions, errors and bounds.
void log_softmax(std::span<const double> x, double temperature, std::span<double> out);
/// \overload
void log_softmax(std::span<const float> x, float temperature, std::span<float> out);

/// Softmax at a temperature of every row on its own.
///
/// \param x            a matrix.
/// \param temperature  a positive number.
/// \param out          a matrix of the same shape; may be x itself.
/// \throws std::invalid_argument if the shapes differ, or a leading dimension is less than the
///         number of columns.
/// \throws std::domain_error if the temperature is not positive.
/// \par Special values, error
///   those of softmax(x, temperature, out) in each row.
/// \par Complexity
///   linear in the number of entries; room on the heap as for one row.
/// \par Source
///   S2 (Vectorization): one row an observation.
void softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out);
/// \overload
void softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out);

/// The logarithm of softmax_rows, with its conventions; the error is that of log_softmax.
void log_softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out);
/// \overload
void log_softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out);

}  // namespace softlaw
