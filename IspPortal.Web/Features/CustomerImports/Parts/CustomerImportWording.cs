using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.Imports;
using IspPortal.Web.Features.Customers;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Errors;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.CustomerImports.Parts;

/// <summary>The reader's words for what was found about rows of a file; the page and the error file say the same.</summary>
internal sealed class CustomerImportWording(IStringLocalizer<CustomerImportsTexts> texts, IStringLocalizer<CustomersTexts> customers, ErrorText errors)
{
    public static Tone ToneOf(CustomerImportState state) => state switch
    {
        CustomerImportState.Done => Tone.Good,
        CustomerImportState.Running or CustomerImportState.Uploaded or CustomerImportState.Checked => Tone.Info,
        CustomerImportState.Stopped => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(CustomerImportVerdict verdict) => verdict switch
    {
        CustomerImportVerdict.New => Tone.Good,
        CustomerImportVerdict.Possible => Tone.Warning,
        CustomerImportVerdict.Known => Tone.Neutral,
        _ => Tone.Bad,
    };

    /// <summary>How many rows there are of each verdict.</summary>
    public static IReadOnlyList<(CustomerImportVerdict Verdict, int Count)> CountsOf(CustomerImportRow row) =>
        [(CustomerImportVerdict.New, row.New), (CustomerImportVerdict.Possible, row.Possible), (CustomerImportVerdict.Known, row.Known), (CustomerImportVerdict.Wrong, row.Wrong)];

    /// <summary>What a field of the mapping is called.</summary>
    public string FieldOf(CustomerImportField field) => field switch
    {
        CustomerImportField.Coordinates => texts["CoordinatesField"],
        CustomerImportField.ContactName or CustomerImportField.ContactRole or CustomerImportField.ContactPhone or CustomerImportField.ContactEmail => texts[field.ToString()],
        _ => customers["Field." + JsonNamingPolicy.CamelCase.ConvertName(field.ToString())],
    };

    /// <summary>What a field of the form's rules is called.</summary>
    public string FieldOf(string field)
    {
        if (field == "sheet")
        {
            return texts["Sheet"];
        }

        var name = field.StartsWith("contacts[0].", StringComparison.Ordinal) ? "Contact" + field["contacts[0].".Length..] : field;
        return Enum.TryParse<CustomerImportField>(name, ignoreCase: true, out var known) ? FieldOf(known) : field;
    }

    /// <summary>Why a row is what it is; empty for a new one.</summary>
    public string ReasonOf(IReadOnlyList<FieldError> problems, CustomerImportMatch? match, string? other, int? otherNumber) => problems.Count > 0
        ? string.Join(' ', problems.Select(problem => $"{FieldOf(problem.Field)}: {errors.Of(problem)}"))
        : match is { } how ? texts["Match." + how, otherNumber is { } row ? texts["RowNo", row].Value : other ?? texts["Somebody"].Value]
        : "";
}
