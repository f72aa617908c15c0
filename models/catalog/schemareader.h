#pragma once

#include "models/catalog/formschema.h"
#include "models/catalog/schema.h"

namespace waymark {

/// Compiles the JSON Schemas of one form's page, and tells what is wrong in them.
class SchemaReader
{
public:
    /// `root` is what `$ref` reaches into; `pointer` leads to it.
    SchemaReader(const Value &root, QString pointer)
        : m_root(root)
        , m_rootPointer(std::move(pointer))
    {
    }

    /// All of the page. Never null.
    [[nodiscard]] SchemaPointer readRoot();
    [[nodiscard]] const QList<FormProblem> &problems() const { return m_problems; }

private:
    struct Keys; // the keys of one schema, read with complaints

    [[nodiscard]] SchemaPointer read(const Value &value, const QString &pointer,
                                     const QString &name);
    [[nodiscard]] SchemaPointer readChild(const Keys &keys, const QString &key,
                                          const QString &name = {});
    [[nodiscard]] QList<SchemaPointer> readChildren(const Keys &keys, const QString &key);
    [[nodiscard]] std::optional<Map> followed(const Map &map, const QString &pointer,
                                              qsizetype &refs);
    void readTypes(const Keys &keys, Schema &schema);
    void readValues(const Keys &keys, Schema &schema);
    void readLimits(const Keys &keys, Schema &schema);
    void readItems(const Keys &keys, Schema &schema);
    void readProperties(const Keys &keys, Schema &schema);
    void readDependencies(const Keys &keys, const QString &key, Schema &schema);
    void readBranches(const Keys &keys, Schema &schema);
    static void takeConstants(Schema &schema);
    void complain(const QString &pointer, const QString &code, const QString &message,
                  const QString &hint = {}, Severity severity = Severity::Error);

    const Value &m_root;
    QString m_rootPointer;
    QStringList m_references; ///< Those that are being followed.
    QList<FormProblem> m_problems;
};

} // namespace waymark
