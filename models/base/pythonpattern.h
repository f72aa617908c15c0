#pragma once

#include "models/base/patterntranslator.h"

#include <QStringList>

#include <optional>

namespace waymark {

/// Python's `re`, as its documentation of 3.11 and its parser have it.
class PythonPattern final : public PatternTranslator
{
public:
    PythonPattern(const QString &pattern, const RegexOptions &options)
        : PatternTranslator(pattern, options, true)
    {
    }

private:
    void readEscape() override;
    bool readSetEscape(CharacterSet &set, qsizetype start) override;
    char32_t readCharacterEscape(qsizetype start, bool isInClass) override;
    void readGroupStart() override;
    void readClass() override;
    void readAnchor(QChar anchor) override;
    void readDot() override;
    bool skipIgnored() override;
    std::optional<QString> readBraces() override { return takeBraces(true); }
    bool hasPossessive() const override { return true; }

    bool skipComment(QChar end);
    void readNamed(qsizetype start);
    void readCondition(qsizetype start);
    void readFlags(qsizetype start);
    void setFlags(QStringView flags, bool on, qsizetype start);
    void emitReference(int group, qsizetype start);
    void emitBoundary(bool isNegated);
    int numberOf(const QString &name, qsizetype start) const;
    char32_t readHexEscape(int digits, qsizetype start);

    QStringView word() const;

    QStringList m_names; // by number, from 1
};

} // namespace waymark
