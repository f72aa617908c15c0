#pragma once

#include "models/base/regexsyntax.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <optional>

namespace waymark {

/// A character class while it is read, and as PCRE2 is to see it.
class CharacterSet
{
public:
    void add(char32_t c);
    void addRange(char32_t first, char32_t last);
    /// `items` as they stand between brackets: "0-9", "\p{Nd}".
    void addItems(QStringView items) { m_items += items; }
    void addAllBut(QStringView items) { m_complements += items.toString(); }

    [[nodiscard]] QString toPattern(bool isNegated) const;

private:
    QString m_items;
    QStringList m_complements;
};

/// Reads a pattern of another language and writes it as PCRE2 means the same. What the languages
/// share is here, what one has alone is in its subclass. Unwinds with a private Fault.
class PatternTranslator
{
    Q_DECLARE_TR_FUNCTIONS(Regex)

public:
    virtual ~PatternTranslator() = default;
    PatternTranslator(const PatternTranslator &) = delete;
    PatternTranslator &operator=(const PatternTranslator &) = delete;

    [[nodiscard]] Result<QString> translate();

protected:
    struct Fault
    {
        QString message;
        qsizetype at;
    };
    /// What ends at the ")" of a group.
    struct Group
    {
        qsizetype start = 0;
        int number = 0; ///< 0: it captures nothing.
        bool isRepeatable = true;
        bool isConditional = false;
        int bars = 0; ///< Alternatives so far, less one.
        RegexOptions outerOptions = {};
    };

    PatternTranslator(const QString &pattern, const RegexOptions &options, bool readsPairs)
        : m_pattern(pattern)
        , m_options(options)
        , m_readsPairs(readsPairs)
    {
    }

    virtual void readEscape() = 0; ///< At the backslash.
    /// At the letter behind the backslash at `start`: reads it where it stands for a set.
    virtual bool readSetEscape(CharacterSet &set, qsizetype start) = 0;
    /// At the letter behind the backslash at `start`, which stands for one character.
    virtual char32_t readCharacterEscape(qsizetype start, bool isInClass) = 0;
    virtual void readGroupStart() = 0; ///< At the "(", which stands before a "?".
    virtual void readClass() = 0; ///< Behind the "[".
    virtual void readAnchor(QChar anchor) = 0; ///< Behind "^" or "$".
    virtual void readDot() = 0; ///< Behind it.
    /// Whether something that is no part of the pattern was skipped.
    virtual bool skipIgnored() { return false; }
    /// What "{" means here, having read all of it: "{2,3}", or nothing where it is a literal.
    virtual std::optional<QString> readBraces() = 0;
    virtual bool hasPossessive() const { return false; }
    virtual void readLoneBracket(QChar bracket);

    [[nodiscard]] bool atEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool skip(QStringView text);
    [[nodiscard]] char32_t take(); ///< A code point, or a unit where patterns are made of units.
    [[nodiscard]] QString takeWhile(bool (*belongs)(QChar));
    /// The number that `count` hexadecimal digits make, behind which reading goes on, or nothing.
    [[nodiscard]] std::optional<char32_t> takeHex(int count);
    /// The text before `end`, behind which reading goes on.
    [[nodiscard]] QString takeUntil(QChar end, qsizetype start);
    /// "{m}", "{m,}" and "{m,n}", and "{,n}" where `mayStartOpen`.
    [[nodiscard]] std::optional<QString> takeBraces(bool mayStartOpen);

    /// In a class: a character, or nothing where it was a set that is in `set` by then.
    [[nodiscard]] std::optional<char32_t> readClassMember(CharacterSet &set);

    void emitLiteral(char32_t c);
    void emitItem(QStringView item, bool isRepeatable = true);
    void openGroup(const Group &group, QStringView item);
    [[noreturn]] void fail(const QString &message, qsizetype at) const;

    QString m_pattern;
    RegexOptions m_options; // of the group that is being read
    qsizetype m_at = 0;
    QString m_written;
    QList<Group> m_groups; // those that are open
    int m_groupCount = 0; // those that capture, so far
    bool m_hasItem = false; // whether anything but options was read

private:
    void readTerm();
    void readQuantifier(QChar first);
    void closeGroup();

    bool m_readsPairs;
    bool m_isRepeatable = false;
};

[[nodiscard]] bool isAsciiDigit(QChar c);
[[nodiscard]] bool isOctalDigit(QChar c);
[[nodiscard]] bool isAsciiLetter(QChar c);
/// Whether a group can be named so.
[[nodiscard]] bool isGroupName(QStringView name);

/// `c` so that PCRE2 takes it for itself, in a class and outside.
[[nodiscard]] QString patternLiteral(char32_t c);

/// `property` of ECMAScript's "\p{property}" as PCRE2 names it, or nothing where it is none of its
/// kinds.
[[nodiscard]] std::optional<QString> pcreProperty(const QString &property);

[[nodiscard]] Result<QString> translatePython(const QString &pattern, const RegexOptions &options);
[[nodiscard]] Result<QString> translateJavaScript(const QString &pattern,
                                                  const RegexOptions &options, bool hasFlagU);

} // namespace waymark
