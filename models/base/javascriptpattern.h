#pragma once

#include "models/base/patterntranslator.h"

#include <QStringList>

#include <optional>

namespace waymark {

/// Patterns of ECMAScript 2024: with the web's liberties (annex B) without flag u, by the letter
/// with it.
class JavaScriptPattern final : public PatternTranslator
{
public:
    JavaScriptPattern(const QString &pattern, const RegexOptions &options, bool hasFlagU)
        : PatternTranslator(pattern, options, hasFlagU)
        , m_isStrict(hasFlagU)
    {
        countGroups();
    }

private:
    void readEscape() override;
    bool readSetEscape(CharacterSet &set, qsizetype start) override;
    char32_t readCharacterEscape(qsizetype start, bool isInClass) override;
    void readGroupStart() override;
    void readClass() override;
    void readAnchor(QChar anchor) override;
    void readDot() override;
    void readLoneBracket(QChar bracket) override;
    std::optional<QString> readBraces() override;

    void countGroups();
    bool readReference(qsizetype start);
    void readNamedReference(qsizetype start);
    QString readProperty(qsizetype start);
    char32_t readControl(qsizetype start, bool isInClass);
    char32_t readUnicode(qsizetype start);
    char32_t readOctal(qsizetype start);
    char32_t readIdentity(qsizetype start, bool isInClass);

    bool m_isStrict; // has flag u
    int m_allGroups = 0;
    QStringList m_allNames;
};

} // namespace waymark
