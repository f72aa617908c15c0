#include "views/widgets/highlightingstyles.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>

#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using Kind = KSyntaxHighlighting::Theme::TextStyle;

Token tokenOf(Kind kind)
{
    switch (kind) {
    case Kind::Keyword:
    case Kind::ControlFlow:
    case Kind::Function:
    case Kind::BuiltIn:
    case Kind::Extension:
    case Kind::Attribute:
    case Kind::DataType:
    case Kind::Import:
    case Kind::Others:
        return Token::SynKey;
    case Kind::Variable:
    case Kind::Preprocessor:
        return Token::SynExpr;
    case Kind::Operator:
    case Kind::RegionMarker:
        return Token::SynPunct;
    case Kind::Char:
    case Kind::SpecialChar:
    case Kind::String:
    case Kind::VerbatimString:
    case Kind::SpecialString:
        return Token::SynStr;
    case Kind::Constant:
    case Kind::DecVal:
    case Kind::BaseN:
    case Kind::Float:
        return Token::SynNum;
    case Kind::Comment:
    case Kind::Documentation:
    case Kind::Annotation:
    case Kind::CommentVar:
    case Kind::Information:
    case Kind::Warning:
    case Kind::Alert:
        return Token::SynCom;
    case Kind::Normal:
    case Kind::Error: // what is wrong is said by marks
        return Token::Tx;
    }
    return Token::Tx;
}

/// A format of a language that its kind says too little of.
struct Row
{
    const char16_t *language;
    const char16_t *format;
    Token token;
};

constexpr std::array rows{
    Row{u"YAML", u"Normal Text", Token::SynStr},
    Row{u"YAML", u"Attribute", Token::SynStr},
    Row{u"YAML", u"List", Token::SynStr},
    Row{u"YAML", u"Hash", Token::SynStr},
    Row{u"YAML", u"Key Points Operator", Token::SynPunct},
    Row{u"YAML", u"Operator", Token::SynPunct},
    Row{u"YAML", u"Literal/Folded Operator", Token::SynPunct},
    Row{u"YAML", u"Literal/Folded Block", Token::SynStr},
    Row{u"YAML", u"Null", Token::SynNum},
    Row{u"YAML", u"Boolean", Token::SynNum},
    Row{u"YAML", u"Document Header", Token::SynPunct},
    Row{u"YAML", u"Data Types", Token::SynExpr},
    Row{u"YAML", u"Alias", Token::SynExpr},
    Row{u"YAML", u"Reference", Token::SynExpr},
    Row{u"YAML", u"Alert", Token::SynStr},
    Row{u"JSON", u"Style_Normal", Token::SynPunct},
    Row{u"JSON", u"Style_Seperator_Pair", Token::SynPunct},
    Row{u"JSON", u"Style_Seperator_Array", Token::SynPunct},
    Row{u"JSON", u"Style_String_Key_Char", Token::SynKey},
    Row{u"JSON", u"Style_Keyword", Token::SynNum},
    Row{u"Go", u"Predeclared Identifier", Token::SynNum},
    Row{u"Bash", u"Control", Token::SynPunct},
    Row{u"Bash", u"Escape", Token::SynStr},
    Row{u"Bash", u"String Escape", Token::SynStr},
    Row{u"Bash", u"Backquote", Token::SynPunct},
    Row{u"Bash", u"Expression", Token::Tx},
    Row{u"Bash", u"Option", Token::Tx},
    Row{u"Makefile", u"Target", Token::SynKey},
    Row{u"Makefile", u"TargetSeparator", Token::SynPunct},
    Row{u"Makefile", u"Variable", Token::SynKey},
    Row{u"Makefile", u"Prereq", Token::Tx},
    Row{u"Makefile", u"SpecialPrereq", Token::Tx},
    Row{u"Makefile", u"Operator", Token::SynPunct},
    Row{u"Makefile", u"RealOperator", Token::SynPunct},
    Row{u"Makefile", u"Silent", Token::SynPunct},
    Row{u"Makefile", u"Special", Token::SynPunct},
    Row{u"INI Files", u"Assignment", Token::SynPunct},
    Row{u"Git Ignore", u"Include - Prefix", Token::SynPunct},
    Row{u"Git Ignore", u"Include", Token::SynStr},
    Row{u"Markdown", u"List", Token::SynPunct},
    Row{u"Markdown", u"Number List", Token::SynPunct},
    Row{u"Markdown", u"List: Checkbox", Token::SynPunct},
    Row{u"Markdown", u"Blockquote", Token::SynPunct},
    Row{u"Markdown", u"Blockquote: Normal Text", Token::Tx},
    Row{u"Markdown", u"Code", Token::SynStr},
    Row{u"Markdown", u"Fenced Code", Token::SynStr},
    Row{u"Markdown", u"Table", Token::SynPunct},
    Row{u"Markdown", u"Reference-Link", Token::SynPunct},
    Row{u"Markdown", u"Reference-Link: Link", Token::SynPunct},
    Row{u"Markdown", u"Reference-Link ID", Token::SynPunct},
    Row{u"Markdown", u"Key Points Operator", Token::SynPunct}, // of YAML between fences
    Row{u"Markdown", u"Boolean", Token::SynNum},
    Row{u"Markdown", u"Null", Token::SynNum},
    Row{u"Python", u"Decorator", Token::SynExpr},
    Row{u"Python", u"Special Variable", Token::SynKey},
    Row{u"Python", u"String Substitution", Token::SynExpr},
};

/// "1.18.2" is a version, not a number.
bool isVersion(QStringView text)
{
    return text.count(u'.') > 1;
}

} // namespace

HighlightingStyles::HighlightingStyles(const KSyntaxHighlighting::Definition &definition)
    : m_isYaml(definition.name() == u"YAML")
    , m_isMarkdown(definition.name() == u"Markdown")
{
    for (const Row &row : rows) {
        if (definition.name() == QStringView(row.language))
            m_ours.insert(QString::fromUtf16(row.format), row.token);
    }
}

CodeStyle HighlightingStyles::styleOf(const KSyntaxHighlighting::Format &format,
                                      QStringView text) const
{
    auto known = m_known.constFind(format.id());
    if (known == m_known.constEnd()) {
        Token token = m_ours.value(format.name(), tokenOf(format.textStyle()));
        if (m_isMarkdown && token == Token::SynKey && format.textStyle() == Kind::Attribute)
            token = Token::SynStr; // plain text of YAML between fences
        known = m_known.insert(format.id(), {token, token == Token::SynCom, false});
    }
    if (m_isYaml && known->token == Token::SynNum && isVersion(text))
        return {Token::SynStr};
    return *known;
}

} // namespace waymark
