#pragma once

#include "models/jinja/function.h"

#include <QStringView>

#include <span>

namespace waymark::jinja {

/// What an extension of Jinja2 brings besides its tags, which are rows in tags/registry.cpp. An
/// extension is added by a row in extensions/registry.cpp.
struct ExtensionRow
{
    QStringView name; ///< As Environment(extensions=[…]) takes it.
    QStringView otherName = {}; ///< Its class, where the name is short for that.
    const FunctionTable &(*filters)() = nullptr;
    std::span<const FunctionRow> (*globals)() = nullptr;
};

/// All that are known.
[[nodiscard]] std::span<const ExtensionRow> jinja2Extensions();

// Globals, a file each.
[[nodiscard]] std::span<const FunctionRow> gettextFunctions();
[[nodiscard]] std::span<const FunctionRow> randomTextFunctions(); ///< random_ascii_string
[[nodiscard]] std::span<const FunctionRow> uuidFunctions(); ///< uuid4
[[nodiscard]] std::span<const FunctionRow> copierFunctions(); ///< What Copier itself gives.

// Families of filters, a file each: what jinja2-ansible-filters and jinja2-copier-extension have in
// common, and what each has of its own.
[[nodiscard]] std::span<const FunctionRow> encodingFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleEncodingFilters();
[[nodiscard]] std::span<const FunctionRow> copierEncodingFilters();
[[nodiscard]] std::span<const FunctionRow> pathFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleRegexFilters();
[[nodiscard]] std::span<const FunctionRow> copierRegexFilters();
[[nodiscard]] std::span<const FunctionRow> dataFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleDataFilters();
[[nodiscard]] std::span<const FunctionRow> copierDataFilters();
[[nodiscard]] std::span<const FunctionRow> dateFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleRandomFilters();
[[nodiscard]] std::span<const FunctionRow> copierRandomFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleMacFilters(); ///< random_mac
[[nodiscard]] std::span<const FunctionRow> copierMacFilters();
[[nodiscard]] std::span<const FunctionRow> valueFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleValueFilters();
[[nodiscard]] std::span<const FunctionRow> copierValueFilters();
[[nodiscard]] std::span<const FunctionRow> listFilters(); ///< extract
[[nodiscard]] std::span<const FunctionRow> ansibleListFilters(); ///< flatten
[[nodiscard]] std::span<const FunctionRow> copierListFilters();
[[nodiscard]] std::span<const FunctionRow> ansibleMandatoryFilters();
[[nodiscard]] std::span<const FunctionRow> copierMandatoryFilters();
[[nodiscard]] std::span<const FunctionRow> commentFilters(); ///< comment, subelements, combine
[[nodiscard]] std::span<const FunctionRow> jsonifyFilters(); ///< Cookiecutter's.
[[nodiscard]] std::span<const FunctionRow> slugifyFilters(); ///< Cookiecutter's.

} // namespace waymark::jinja
