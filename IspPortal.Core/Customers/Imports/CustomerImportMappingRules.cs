using System.Text.Json;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>What is wrong with a mapping, at the field's name in camelCase.</summary>
internal static class CustomerImportMappingRules
{
    public static IEnumerable<FieldError> Judge(CustomerImportMapping mapping, IReadOnlyList<CustomerImportSheet> sheets)
    {
        if (mapping.Sheet < 0 || mapping.Sheet >= sheets.Count)
        {
            yield return new FieldError("sheet", "common.out_of_range", 0, sheets.Count - 1);
            yield break;
        }

        var columns = sheets[mapping.Sheet].Headings.Count;
        foreach (var column in mapping.Columns)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(column.Field.ToString());
            if (!Enum.IsDefined(column.Field) || mapping.Columns.Count(other => other.Field == column.Field) > 1)
            {
                yield return new FieldError(name, "common.not_allowed");
            }
            else if (column.Column is { } at && (at < 0 || at >= columns))
            {
                yield return new FieldError(name, CustomerImportErrors.NoSuchColumn);
            }
            else if (CustomerText.OrNull(column.Value) is { } value && CodeOf(column.Field, value) is { } code)
            {
                yield return new FieldError(name, code);
            }
        }

        if (mapping.Of(CustomerImportField.Name)?.Column is null && mapping.Of(CustomerImportField.CompanyName)?.Column is null)
        {
            yield return new FieldError("name", CustomerImportErrors.NameNotMapped);
        }
    }

    private static string? CodeOf(CustomerImportField field, string value) => field switch
    {
        CustomerImportField.Kind => CustomerImportWords.TryRead(CustomerImportWords.Kinds, value, out _) ? null : CustomerImportErrors.UnknownWord,
        CustomerImportField.Language => CustomerImportWords.TryRead(CustomerImportWords.Languages, value, out _) ? null : CustomerImportErrors.UnknownWord,
        CustomerImportField.Channel => CustomerImportWords.TryRead(CustomerImportWords.Channels, value, out _) ? null : CustomerImportErrors.UnknownWord,
        CustomerImportField.Tags => value.Split(',', ';').All(tag => tag.Trim().Length <= CustomerTags.MaxLength) ? null : "customers.not_tags",
        _ => "common.not_allowed",
    };
}
