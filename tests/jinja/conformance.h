#pragma once

#include "models/base/json.h"
#include "models/jinja/engine.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>

#include <functional>
#include <utility>

/// What the tests against recorded renders share: a file holds {"defaults": {…}, "rows": [{…}, …]}.
namespace conformance {

using waymark::Map;
using waymark::Result;

/// `key` of the row, or of the file's defaults.
[[nodiscard]] inline const waymark::Value *field(const Map &row, const Map &defaults,
                                                 QStringView key)
{
    const waymark::Value *own = row.find(key);
    return own ? own : defaults.find(key);
}

/// Of the field `options`.
[[nodiscard]] inline Map optionsIn(const Map &row, const Map &defaults)
{
    const waymark::Value *given = field(row, defaults, u"options");
    return given ? *given->toMap() : Map();
}

inline void setText(QString &text, const Map &options, QStringView name)
{
    if (const waymark::Value *value = options.find(name))
        text = *value->toText();
}

[[nodiscard]] inline bool isOn(const Map &options, QStringView name)
{
    return options.value(name) == waymark::Value(true);
}

[[nodiscard]] inline waymark::jinja::Loader loaderOf(const Map &row, const Map &defaults)
{
    const waymark::Value *files = field(row, defaults, u"files");
    return [sources = files ? *files->toMap()
                            : Map()](const QString &name) -> Result<std::optional<QByteArray>> {
        const waymark::Value *source = sources.find(name);
        return source ? std::optional(source->toText()->toUtf8()) : std::nullopt;
    };
}

[[nodiscard]] inline Result<QString> rendered(const Map &row, const Map &defaults,
                                              const waymark::jinja::Options &options)
{
    const waymark::jinja::Environment environment(options);
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

/// The rows of the file for which `difference` gives a text: what it is that differs.
using Difference = std::function<QString(const Map &row, const Map &defaults)>;
inline void checkFile(const QString &path, const Difference &difference)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = waymark::parseJson(file.readAll(), path);
    VERIFY_RESULT(json);
    const Map defaults = *json->toMap()->find(u"defaults")->toMap();
    QStringList differences;
    for (const waymark::Value &entry : *json->toMap()->find(u"rows")->toList()) {
        const Map &row = *entry.toMap();
        if (const QString text = difference(row, defaults); !text.isEmpty())
            differences.append(*row.find(u"template")->toText() + QStringLiteral("\n    ") + text);
    }
    for (const QString &text : std::as_const(differences)) // a message of a check would be cut off
        qInfo("%s", qPrintable(text));
    QCOMPARE(differences.size(), 0);
}

} // namespace conformance
