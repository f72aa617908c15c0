#include "models/plan/filedata.h"

#include "models/base/javascriptdata.h"
#include "models/base/utf8.h"
#include "models/yaml/yaml.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

namespace waymark {
namespace {

YamlOptions optionsFor(const QByteArray &path)
{
    return {.file = displayed(path)};
}

bool isPlain(const Value &value)
{
    return !value.toList() && !value.toMap();
}

/// The same of two plain values where JavaScript takes them for the same in a Set.
QByteArray keyOf(const Value &plain)
{
    const double *number = plain.toFloat();
    return number && !std::isfinite(*number) ? QByteArray::number(*number)
                                             : toJavaScriptJson(plain);
}

/// JavaScript's Set of both lists: of equal plain values the first stays.
List joined(const List &given, const Value &more)
{
    List all;
    QSet<QByteArray> known;
    const auto add = [&](const Value &value) {
        const QByteArray key = isPlain(value) ? keyOf(value) : QByteArray();
        if (!isPlain(value) || !known.contains(key))
            all += value;
        if (isPlain(value))
            known.insert(key);
    };
    std::ranges::for_each(given, add);
    if (const List *list = more.toList())
        std::ranges::for_each(*list, add);
    else
        add(more);
    return all;
}

Map mergedMaps(Map given, const Map &more, ListMerge lists)
{
    for (const Map::Entry &entry : more) {
        const Value *there = given.find(entry.key);
        given.insert(entry.key, merged(there ? *there : Value(), entry.value, lists));
    }
    return given;
}

/// Lists are merged place by place only where they are all of the data.
List mergedLists(List given, const List &more, ListMerge lists)
{
    for (qsizetype i = 0; i < more.size(); ++i) {
        if (i < given.size())
            given[i] = merged(given.at(i), more.at(i), lists);
        else
            given += more.at(i);
    }
    return given;
}

/// Counts how often lines are indented further, or less far, by how much.
class IndentCount
{
public:
    explicit IndentCount(bool sparesSingleBlanks)
        : m_sparesSingleBlanks(sparesSingleBlanks)
    {
    }

    void add(QStringView line)
    {
        if (line.isEmpty())
            return;
        const QChar sign = line.at(0);
        if (sign != u' ' && sign != u'\t') {
            m_before = 0;
            m_sign = QChar();
            return;
        }
        qsizetype size = 0;
        while (size < line.size() && line.at(size) == sign)
            ++size;
        if (m_sparesSingleBlanks && sign == u' ' && size == 1)
            return;
        if (std::exchange(m_sign, sign) != sign)
            m_before = 0;
        const qsizetype change = size - std::exchange(m_before, size);
        if (change != 0)
            m_kind = {sign, std::abs(change)};
        count(change == 0);
    }

    [[nodiscard]] int mostUsed() const
    {
        const auto most = std::ranges::max_element(
            m_entries, {}, [](const Entry &entry) { return std::pair(entry.uses, entry.weight); });
        return most == m_entries.end() ? 0 : static_cast<int>(most->kind.second);
    }

private:
    using Kind = std::pair<QChar, qsizetype>;
    struct Entry
    {
        Kind kind;
        int uses = 1;
        int weight = 0;
    };

    void count(bool isSame)
    {
        const auto found = std::ranges::find(m_entries, m_kind, &Entry::kind);
        if (found == m_entries.end()) {
            m_entries += Entry{.kind = m_kind};
            return;
        }
        ++found->uses;
        found->weight += isSame ? 1 : 0;
    }

    const bool m_sparesSingleBlanks;
    QList<Entry> m_entries;
    qsizetype m_before = 0;
    QChar m_sign;
    Kind m_kind;
};

} // namespace

Result<Value> yamlData(const QByteArray &content, const QByteArray &path)
{
    return parseYamlValue(content, optionsFor(path));
}

Result<List> allYamlData(const QByteArray &content, const QByteArray &path)
{
    const ParsedYaml parsed = parseYaml(content, optionsFor(path));
    if (const Problem *problem = parsed.firstError())
        return failure(*problem);
    List all;
    for (const YamlDocument &document : parsed.documents)
        all += document.toValue();
    return all;
}

Value merged(const Value &given, const Value &more, ListMerge lists)
{
    if (const List *list = given.toList())
        return lists == ListMerge::Join ? Value(joined(*list, more)) : more;
    const Map *both = more.toMap();
    return both ? Value(mergedMaps(given.toMap() ? *given.toMap() : Map(), *both, lists)) : more;
}

Value mergedData(const Value &given, const Value &more, ListMerge lists)
{
    if (given.toList() && more.toList())
        return mergedLists(*given.toList(), *more.toList(), lists);
    return given.toList() ? given : merged(given, more, lists);
}

int indentOf(const QString &text)
{
    for (const bool sparesSingleBlanks : {true, false}) {
        IndentCount count(sparesSingleBlanks);
        for (const QStringView line : QStringView(text).split(u'\n'))
            count.add(line);
        if (const int most = count.mostUsed(); most > 0)
            return most;
    }
    return 0;
}

} // namespace waymark
