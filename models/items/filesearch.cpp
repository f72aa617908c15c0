#include "models/items/filesearch.h"

#include "models/base/utf8.h"

namespace waymark {
namespace {

bool isSearched(const PlannedFile &file)
{
    return !file.dependsOnSecret && !file.change.content.isEmpty()
        && !file.change.content.contains('\0');
}

/// Looks through one file after the other.
class Search
{
public:
    Search(const QString &needle, int most, const std::stop_token &stop)
        : m_needle(needle)
        , m_most(most)
        , m_stop(stop)
    {
    }

    [[nodiscard]] bool isOver() const
    {
        return m_found.size() >= m_most || m_stop.stop_requested();
    }
    [[nodiscard]] QList<FoundLine> taken() { return std::move(m_found); }

    void lookInto(const PlannedFile &file, const QString &name)
    {
        const QString text = QString::fromUtf8(file.change.content);
        int line = 1;
        qsizetype seen = 0; // line ends up to here are in `line`
        for (qsizetype at = text.indexOf(m_needle, 0, Qt::CaseInsensitive); at >= 0;) {
            line += int(QStringView(text).sliced(seen, at - seen).count(u'\n'));
            seen = at;
            const qsizetype start = text.lastIndexOf(u'\n', at) + 1;
            const qsizetype newline = text.indexOf(u'\n', at);
            const qsizetype end = newline < 0 ? text.size() : newline;
            const QString place = name + u':' + QString::number(line);
            m_found += {.key = place,
                        .path = file.change.path,
                        .place = place,
                        .line = line,
                        .column = int(at - start) + 1,
                        .text = text.sliced(start, end - start).trimmed()};
            if (isOver() || newline < 0)
                return;
            at = text.indexOf(m_needle, newline, Qt::CaseInsensitive);
        }
    }

private:
    const QString &m_needle;
    const int m_most;
    const std::stop_token &m_stop;
    QList<FoundLine> m_found;
};

} // namespace

QList<FoundLine> foundLines(const SearchedFiles &searched, const QString &needle, int most,
                            const std::stop_token &stop)
{
    Search search(needle, most, stop);
    for (const PlannedFile &file : searched.files) {
        if (needle.isEmpty() || search.isOver())
            break;
        const QByteArray &path = file.change.path;
        if (isSearched(file))
            search.lookInto(file, displayed(searched.shownPaths.value(path, path)));
    }
    return search.taken();
}

} // namespace waymark
