#include "models/jinja/extensions/registry.h"

namespace waymark::jinja {
namespace {

const FunctionTable &ansibleFilters()
{
    static const FunctionTable table{
        encodingFilters(),     ansibleEncodingFilters(),
        pathFilters(),         ansibleRegexFilters(),
        dataFilters(),         ansibleDataFilters(),
        dateFilters(),         ansibleRandomFilters(),
        ansibleMacFilters(),   valueFilters(),
        ansibleValueFilters(), listFilters(),
        ansibleListFilters(),  ansibleMandatoryFilters(),
        commentFilters(),
    };
    return table;
}

const FunctionTable &copierFilters()
{
    static const FunctionTable table{
        encodingFilters(),   copierEncodingFilters(),  pathFilters(),        copierRegexFilters(),
        dataFilters(),       copierDataFilters(),      dateFilters(),        copierRandomFilters(),
        copierMacFilters(),  valueFilters(),           copierValueFilters(), listFilters(),
        copierListFilters(), copierMandatoryFilters(),
    };
    return table;
}

const FunctionTable &jsonify()
{
    static const FunctionTable table{jsonifyFilters()};
    return table;
}

const FunctionTable &slugify()
{
    static const FunctionTable table{slugifyFilters()};
    return table;
}

} // namespace

std::span<const ExtensionRow> jinja2Extensions()
{
    static constexpr ExtensionRow rows[] = {
        {u"jinja2.ext.do", u"jinja2.ext.ExprStmtExtension"},
        {u"jinja2.ext.loopcontrols", u"jinja2.ext.LoopControlExtension"},
        {u"jinja2.ext.debug", u"jinja2.ext.DebugExtension"},
        {u"jinja2.ext.i18n", u"jinja2.ext.InternationalizationExtension", nullptr,
         gettextFunctions},
        {u"cookiecutter.extensions.JsonifyExtension", {}, jsonify},
        {u"cookiecutter.extensions.RandomStringExtension", {}, nullptr, randomTextFunctions},
        {u"cookiecutter.extensions.SlugifyExtension", {}, slugify},
        {u"cookiecutter.extensions.TimeExtension", u"jinja2_time.TimeExtension"},
        {u"cookiecutter.extensions.UUIDExtension", {}, nullptr, uuidFunctions},
        {u"jinja2_ansible_filters.AnsibleCoreFiltersExtension",
         u"jinja2_ansible_filters.AnsibleCoreFilters", ansibleFilters},
        {u"jinja2_copier_extension.CopierExtension", u"copier.jinja_ext.CopierExtension",
         copierFilters},
        {u"copier.jinja_ext.YieldExtension", u"copier._jinja_ext.YieldExtension", nullptr,
         copierFunctions},
    };
    return rows;
}

} // namespace waymark::jinja
