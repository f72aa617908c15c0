#pragma once

#include "models/yaml/yamldocument.h"

namespace waymark {

/// The keys of a template's maps. What is missing or of the wrong type is told at its place, and
/// read as if it were not there.
class BackstageKeys
{
public:
    enum Need : quint8 { Optional, Needed };

    /// What is told is added to `problems`.
    BackstageKeys(const YamlDocument &document, QList<Problem> &problems)
        : m_document(document)
        , m_problems(problems)
    {
    }

    /// The text at `key`; a number or truth value is its text as written.
    [[nodiscard]] QString text(const YamlNode &node, const QString &key, Need need = Optional);
    [[nodiscard]] QStringList texts(const YamlNode &node, const QString &key);
    [[nodiscard]] const YamlNode *map(const YamlNode &node, const QString &key,
                                      Need need = Optional);
    [[nodiscard]] const YamlNode *list(const YamlNode &node, const QString &key,
                                       Need need = Optional);

    void complain(const YamlNode &node, const QString &code, const QString &message,
                  const QString &hint = {});
    /// Adds `problem` at what `pointer` leads to from `node`, or at what is nearest around it.
    void place(const YamlNode &node, QString pointer, const Problem &problem);

private:
    [[nodiscard]] const YamlNode *present(const YamlNode &node, const QString &key, Need need);
    void complainOfType(const YamlNode &node, const QString &key, const QString &wanted);

    const YamlDocument &m_document;
    QList<Problem> &m_problems;
};

/// The texts of all scalars in `node`.
[[nodiscard]] QStringList scalarTexts(const YamlNode &node);

} // namespace waymark
