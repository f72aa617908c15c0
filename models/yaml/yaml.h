#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"
#include "models/yaml/yamldocument.h"

#include <QByteArray>
#include <QList>

#include <stop_token>

namespace waymark {

/// How a plain scalar gets its type.
enum class YamlSchema : quint8 {
    Core, ///< YAML 1.2, section 10.3: what Kubernetes, GitHub and most tools mean.
    Yaml11, ///< YAML 1.1 as PyYAML's SafeLoader reads it (yes, 010, 1:30, 1_000): what Copier
            ///< means.
};

struct YamlLimits
{
    qsizetype size = 64 << 20; ///< Bytes of the text.
    int depth = 200; ///< Levels of lists and maps in one another.
    qint64 nodes = 2'000'000; ///< Nodes of the text once all aliases and merge keys are followed,
    qint64 characters = 64 << 20; ///< and UTF-16 units in their scalars.
    int problems = 100; ///< How many are reported; the last one says that there are more.
};

struct YamlOptions
{
    QString file = {}; ///< How problems name the text.
    YamlSchema schema = YamlSchema::Core;
    Severity duplicateKeys = Severity::Error; ///< The last one counts in any case, as in PyYAML.
    YamlLimits limits = {};
    std::stop_token stop = {}; ///< Looked at all the time; it ends the parsing with "yaml.stopped".
};

/// What could be read, and everything that is wrong with it.
struct ParsedYaml
{
    QList<YamlDocument> documents;
    QList<Problem> problems; ///< In the order of the text.

    /// The first problem that is an error, or null.
    [[nodiscard]] const Problem *firstError() const;
    /// That a second document begins, where only one is expected; nothing: there is none.
    [[nodiscard]] std::optional<Problem> secondDocument() const;
};

/// All documents of `text`, which is UTF-8 (a byte order mark before it is skipped). A document
/// with an error in its syntax is left out, and reading goes on with the one behind it; one with an
/// error in its contents (such as a key twice) is there. Unknown tags stay on their nodes, which
/// are read plainly.
[[nodiscard]] ParsedYaml parseYaml(QByteArrayView text, const YamlOptions &options = {});

/// The only document of `text`, or the first error. A text with no document holds null; more than
/// one are an error at the second one.
[[nodiscard]] Result<YamlDocument> parseYamlDocument(QByteArrayView text,
                                                     const YamlOptions &options = {});
/// What that document holds.
[[nodiscard]] Result<Value> parseYamlValue(QByteArrayView text, const YamlOptions &options = {});

struct YamlLayout
{
    int indent = 2; ///< Blanks a level, 2 to 9.
    int flowWidth
        = 0; ///< Lists and maps of scalars stand in one line where it has at most so many columns.
};

/// `value` as one YAML document in UTF-8 with a final newline. Whatever YAML 1.1 or 1.2 would take
/// for another type is quoted, so that parseYaml() gives an equal value in both schemas.
[[nodiscard]] QByteArray toYaml(const Value &value, const YamlLayout &layout = {});

} // namespace waymark
