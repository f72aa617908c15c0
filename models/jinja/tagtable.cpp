#include "models/jinja/tagtable.h"

#include <algorithm>

namespace waymark::jinja {

namespace {
constexpr size_t mostPieces = 4096; // of one text; beyond, it depends on all as a whole
constexpr size_t mostPiecesTogether = 2'000'000;

quint64 pairOf(quint32 a, quint32 b)
{
    return quint64(a) << 32 | b;
}
} // namespace

quint32 TagTable::setOf(const QStringList &names)
{
    if (names.isEmpty())
        return 0;
    const auto known = m_bySet.constFind(names);
    if (known != m_bySet.cend())
        return *known;
    const auto id = static_cast<quint32>(m_sets.size());
    m_sets.append(names);
    m_bySet.insert(names, id);
    return id;
}

quint32 TagTable::unitedSets(quint32 a, quint32 b)
{
    if (a == b || b == 0)
        return a;
    if (a == 0)
        return b;
    const quint64 pair = pairOf(std::min(a, b), std::max(a, b));
    const auto known = m_setUnions.constFind(pair);
    if (known != m_setUnions.cend())
        return *known;
    QStringList both;
    std::ranges::set_union(m_sets[a], m_sets[b], std::back_inserter(both));
    const quint32 id = setOf(both);
    m_setUnions.insert(pair, id);
    return id;
}

Tags TagTable::combined(quint32 data, quint32 control)
{
    if (data == 0 && control == 0)
        return 0;
    const quint64 pair = pairOf(data, control);
    const auto known = m_byCombination.constFind(pair);
    if (known != m_byCombination.cend())
        return *known;
    const auto id = static_cast<Tags>(m_combinations.size());
    m_combinations.push_back({data, control});
    m_byCombination.insert(pair, id);
    return id;
}

Tags TagTable::tagsOf(const Sources &sources)
{
    return combined(setOf(sources.data), setOf(sources.control));
}

Sources TagTable::sources(Tags tags) const
{
    if (const Pieces *parts = pieces(tags)) {
        Sources all;
        for (const Piece &piece : *parts)
            all = all.with(sources(piece.tags));
        return all;
    }
    const Combination &combination = m_combinations[tags];
    return {m_sets[combination.data], m_sets[combination.control]};
}

Tags TagTable::unitedSlowly(Tags a, Tags b)
{
    a = flattened(a);
    b = flattened(b);
    if (a == b || b == 0)
        return a;
    if (a == 0)
        return b;
    const quint64 pair = pairOf(std::min(a, b), std::max(a, b));
    const auto known = m_unions.constFind(pair);
    if (known != m_unions.cend())
        return *known;
    const Combination left = m_combinations[a];
    const Combination right = m_combinations[b];
    const Tags both
        = combined(unitedSets(left.data, right.data), unitedSets(left.control, right.control));
    m_unions.insert(pair, both);
    return both;
}

Tags TagTable::asControl(Tags tags)
{
    tags = flattened(tags);
    if (tags == 0)
        return 0;
    const auto known = m_controls.constFind(tags);
    if (known != m_controls.cend())
        return *known;
    const Combination combination = m_combinations[tags];
    const Tags control = combined(0, unitedSets(combination.data, combination.control));
    m_controls.insert(tags, control);
    return control;
}

const TagTable::Pieces *TagTable::pieces(Tags tags) const
{
    return isPiecewise(tags) ? &m_pieces[tags & ~piecewise] : nullptr;
}

Tags TagTable::flattened(Tags tags)
{
    if (!isPiecewise(tags))
        return tags;
    Tags all = 0;
    for (const Piece &piece : m_pieces[tags & ~piecewise])
        all = united(all, piece.tags);
    return all;
}

Tags TagTable::fromPieces(Pieces pieces)
{
    const bool isPlain = std::ranges::all_of(
        pieces, [&](const Piece &piece) { return piece.tags == pieces.front().tags; });
    if (isPlain)
        return pieces.empty() ? 0 : pieces.front().tags;
    if (pieces.size() > mostPieces || m_pieceCount + pieces.size() > mostPiecesTogether) {
        Tags all = 0;
        for (const Piece &piece : pieces)
            all = united(all, piece.tags);
        return all;
    }
    m_pieceCount += pieces.size();
    m_pieces.push_back(std::move(pieces));
    return piecewise | static_cast<Tags>(m_pieces.size() - 1);
}

Tags TagTable::concatenated(Tags a, qsizetype lengthA, Tags b, qsizetype lengthB)
{
    if (a == 0 && b == 0)
        return 0;
    Pieces both;
    const auto append = [&](Tags tags, qsizetype start, qsizetype length) {
        const Pieces *parts = pieces(tags);
        if (!parts && (length > 0 || tags != 0))
            both.push_back({start + length, tags, 0, 0});
        if (!parts)
            return;
        for (Piece piece : *parts) {
            piece.end += start;
            both.push_back(piece);
        }
    };
    append(a, 0, lengthA);
    append(b, lengthA, lengthB);
    return fromPieces(std::move(both));
}

} // namespace waymark::jinja
