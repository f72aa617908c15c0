#pragma once

#include "models/base/json.h"
#include "tests/jinja/rows.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>

#include <functional>
#include <map>
#include <utility>

/// What the tests against recorded renders share: a file holds {"defaults": {…}, "rows": [{…}, …]}.
namespace conformance {

/// The environments of a file's rows, most of which have the same options and files.
class Environments
{
public:
    using Reader = waymark::jinja::Options (*)(const Map &row, const Map &defaults);
    explicit Environments(Reader optionsOf)
        : m_optionsOf(optionsOf)
    {
    }
    [[nodiscard]] const waymark::jinja::Environment &of(const Map &row, const Map &defaults)
    {
        QByteArray key;
        for (const QStringView name : {QStringView(u"options"), QStringView(u"files")}) {
            const waymark::Value *own = row.find(name);
            key += own ? waymark::toJson(*own) : QByteArray("-");
        }
        const auto known = m_environments.find(key);
        if (known != m_environments.end())
            return known->second;
        return m_environments.emplace(key, waymark::jinja::Environment(m_optionsOf(row, defaults)))
            .first->second;
    }

private:
    Reader m_optionsOf;
    std::map<QByteArray, waymark::jinja::Environment> m_environments;
};

[[nodiscard]] inline Result<QString> rendered(const Map &row, const Map &defaults,
                                              const waymark::jinja::Environment &environment)
{
    const auto source
        = environment.compile(*row.find(u"template")->toText(), QStringLiteral("main.txt"));
    if (!source)
        return std::unexpected(source.error());
    const waymark::Value *data = field(row, defaults, u"data");
    const auto result = render(
        *source, data ? waymark::jinja::TaggedValue(*data) : waymark::jinja::TaggedValue());
    if (!result)
        return std::unexpected(result.error());
    return QString::fromUtf8(result->bytes);
}

/// One test row for each file of the folder.
inline void addFiles(const char *folder)
{
    QTest::addColumn<QString>("path");
    const QDir files(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/conformance/")
                     + QLatin1StringView(folder));
    const QStringList names = files.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << files.filePath(name);
}

/// What differs between a row and its outcome; nothing: an empty text.
using Difference = std::function<QString(const Map &row, const Result<QString> &outcome)>;
inline void checkFile(const QString &path, Environments::Reader optionsOf,
                      const Difference &difference)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = waymark::parseJson(file.readAll(), path);
    VERIFY_RESULT(json);
    const Map defaults = *json->toMap()->find(u"defaults")->toMap();
    Environments environments(optionsOf);
    QStringList differences;
    for (const waymark::Value &entry : *json->toMap()->find(u"rows")->toList()) {
        const Map &row = *entry.toMap();
        const auto outcome = rendered(row, defaults, environments.of(row, defaults));
        if (const QString text = difference(row, outcome); !text.isEmpty())
            differences.append(*row.find(u"template")->toText() + QStringLiteral("\n    ") + text);
    }
    for (const QString &text : std::as_const(differences)) // a message of a check would be cut off
        qInfo("%s", qPrintable(text));
    QCOMPARE(differences.size(), 0);
}

} // namespace conformance
