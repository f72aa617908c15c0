#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace waymark {

/// Reads one JSON text (RFC 8259) from its start; what is wrong has its place. With `places` it
/// notes where each key and list item begins, by the path to it, and reads as Python does: the last
/// of two values for one key counts, and NaN and infinities are numbers.
class JsonReader
{
    Q_DECLARE_TR_FUNCTIONS(Json)

public:
    JsonReader(QStringView text, const QString &file,
               QHash<QStringList, qsizetype> *places = nullptr)
        : m_text(text)
        , m_file(file)
        , m_places(places)
    {
    }

    Result<Value> readAll();

private:
    Result<Value> readValue();
    Result<Value> readMap();
    Result<Value> readList();
    Result<Value> readNumber();
    Result<Value> readWord();
    Result<Map::Entry> readEntry();
    Result<Value> readInside(const QString &step, qsizetype start);
    [[nodiscard]] std::optional<double> pythonNumber(QStringView word) const;
    Result<QString> readString();
    Result<QString> readEscape();
    Result<char16_t> readUnit();

    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
    QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool skip(char16_t c);
    void skipBlanks();
    bool skipDigits();
    std::unexpected<Error> failed(const QString &message, qsizetype at, const QString &hint = {},
                                  const QString &code = QStringLiteral("json.syntax")) const;
    std::unexpected<Error> missing(const QString &message, const QString &hint = {}) const;

    QStringView m_text;
    QString m_file;
    qsizetype m_at = 0;
    int m_depth = 0;
    QHash<QStringList, qsizetype> *m_places;
    QStringList m_path;
};

} // namespace waymark
