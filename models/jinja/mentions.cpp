#include "models/jinja/mentions.h"

#include "models/jinja/dialect.h"
#include "models/jinja/failure.h"
#include "models/jinja/lexer.h"
#include "models/jinja/methods/registry.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace waymark::jinja {
namespace {

/// All words in code, in their order; what is printed as it stands is left out.
std::vector<Token> wordsOf(const QString &source, const Dialect &dialect, const Options &options,
                           LexerStart start)
{
    std::vector<Token> words;
    try {
        const auto lexer = dialect.makeLexer(source, options, start);
        for (Token token = lexer->next(); !token.is(TokenType::End); token = lexer->next()) {
            if (!token.is(TokenType::Data))
                words.push_back(std::move(token));
        }
    } catch (const Failure &) { // NOLINT(bugprone-empty-catch): nothing behind it is ever run
    }
    return words;
}

/// Whether maps have a method of this name, which may look at all of one.
bool isMapMethod(const QString &name)
{
    return pythonMethods().find(QStringLiteral("dict"), name)
        || javaScriptMethods().find(QStringLiteral("object"), name)
        || jinjaCompatMethods().find(QStringLiteral("object"), name);
}

bool isAmong(const Token &word, std::span<const char16_t *const> names)
{
    return std::ranges::any_of(names, [&](const char16_t *name) { return word.isName(name); });
}

bool namesTemplate(const Token &word)
{
    static constexpr std::array words = {u"include", u"import", u"from", u"extends"};
    return isAmong(word, words);
}

/// Filters and functions that draw from the render's random numbers, and texts like their names,
/// since other filters call those that they are told of.
bool drawsNumbers(const Token &word)
{
    static constexpr std::array words
        = {u"random", u"ans_random",          u"random_mac", u"shuffle",
           u"lipsum", u"random_ascii_string", u"uuid4",      u"make_secret"};
    return isAmong(word, words)
        || (word.is(TokenType::String)
            && std::ranges::any_of(words, [&](const char16_t *name) { return word.text == name; }));
}

class Scan
{
public:
    explicit Scan(std::vector<Token> words)
        : m_words(std::move(words))
    {
    }

    Mentions run()
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            const bool isMember = i > 0 && m_words[i - 1].is(TokenType::Dot);
            m_mentions.isRandom |= !isMember && drawsNumbers(m_words[i]);
            if (!m_words[i].is(TokenType::Name) || isMember)
                continue;
            const bool isTag = i > 0 && m_words[i - 1].is(TokenType::BlockBegin);
            m_mentions.hasOthers
                |= namesTemplate(m_words[i]) || (isTag && m_words[i].isName(u"debug"));
            note(i);
        }
        return std::move(m_mentions);
    }

private:
    [[nodiscard]] bool isAt(size_t i, TokenType type) const
    {
        return i < m_words.size() && m_words[i].is(type);
    }

    /// The variable that word `i` names, as far as members of it are named with it.
    void note(size_t i)
    {
        Reads *place = &m_mentions.context.note(m_words[i].text);
        for (++i; i < m_words.size();) {
            size_t length = 0;
            if (isAt(i, TokenType::Dot) && isAt(i + 1, TokenType::Name))
                length = 2;
            else if (isAt(i, TokenType::LeftBracket) && isAt(i + 1, TokenType::String)
                     && isAt(i + 2, TokenType::RightBracket))
                length = 3;
            if (length == 0)
                break;
            const QString &member = m_words[i + 1].text;
            if (isMapMethod(member))
                place->noteAll();
            place = &place->note(member);
            i += length;
        }
        place->noteAll();
    }

    const std::vector<Token> m_words;
    Mentions m_mentions;
};

Mentions mentions(const QString &source, const Options &options, LexerStart start)
{
    const Dialect &dialect
        = options.language == Language::Jinja2 ? jinja2Dialect() : nunjucksDialect();
    QString read = source;
    if (dialect.normalizesNewlines) {
        read.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        read.replace(u'\r', u'\n');
    }
    return Scan(wordsOf(read, dialect, options, start)).run();
}

} // namespace

void Mentions::add(const Mentions &other)
{
    context.add(other.context);
    isRandom |= other.isRandom;
    hasOthers |= other.hasOthers;
}

Mentions mentionsIn(const QString &source, const Options &options)
{
    return mentions(source, options, LexerStart::Text);
}

Mentions mentionsInExpression(const QString &source, const Options &options)
{
    return mentions(source, options, LexerStart::Expression);
}

} // namespace waymark::jinja
