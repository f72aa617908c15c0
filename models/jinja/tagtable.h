#pragma once

#include "models/jinja/provenance.h"
#include "models/jinja/value.h"

#include <QHash>
#include <QList>

#include <vector>

namespace waymark::jinja {

/// The combinations of answers that occur in one render, each kept once and known by its number. A
/// text put together of parts keeps what each part comes from, as a piecewise entry.
class TagTable
{
public:
    /// A part of a text, up to `end` (UTF-16 units), and where in which template it was printed.
    struct Piece
    {
        qsizetype end = 0;
        Tags tags = 0;
        quint32 source = 0; ///< Of the render's templates, from 1; 0: no place of its own.
        quint32 offset = 0;
    };
    using Pieces = std::vector<Piece>;

    [[nodiscard]] Tags tagsOf(const Sources &sources);
    [[nodiscard]] Sources sources(Tags tags) const;
    /// Both together.
    [[nodiscard]] Tags united(Tags a, Tags b)
    {
        return a == b || b == 0 ? a : a == 0 ? b : unitedSlowly(a, b);
    }
    /// All of `tags` by control.
    [[nodiscard]] Tags asControl(Tags tags);

    [[nodiscard]] static bool isPiecewise(Tags tags) { return tags & piecewise; }
    /// Null where `tags` is not piecewise.
    [[nodiscard]] const Pieces *pieces(Tags tags) const;
    /// One combination for all pieces.
    [[nodiscard]] Tags flattened(Tags tags);
    /// A piecewise entry, or a plain one where there is only one piece, or there are too many.
    [[nodiscard]] Tags fromPieces(Pieces pieces);
    /// Of `a` with `lengthA` units, followed by `b`.
    [[nodiscard]] Tags concatenated(Tags a, qsizetype lengthA, Tags b, qsizetype lengthB);

    /// Whether any answer was ever tagged: where not, nothing has to be carried along.
    [[nodiscard]] bool isTracking() const { return m_combinations.size() > 1; }

private:
    static constexpr Tags piecewise = 0x80000000U;
    [[nodiscard]] Tags unitedSlowly(Tags a, Tags b);
    [[nodiscard]] quint32 setOf(const QStringList &names);
    [[nodiscard]] quint32 unitedSets(quint32 a, quint32 b);
    [[nodiscard]] Tags combined(quint32 data, quint32 control);

    struct Combination
    {
        quint32 data = 0;
        quint32 control = 0;
    };
    std::vector<Combination> m_combinations = {{}};
    QHash<quint64, Tags> m_byCombination;
    QList<QStringList> m_sets = {{}};
    QHash<QStringList, quint32> m_bySet;
    QHash<quint64, quint32> m_setUnions;
    QHash<quint64, Tags> m_unions;
    QHash<Tags, Tags> m_controls;
    std::vector<Pieces> m_pieces;
    size_t m_pieceCount = 0;
};

} // namespace waymark::jinja
