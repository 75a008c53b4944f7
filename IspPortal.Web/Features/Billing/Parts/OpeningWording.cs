using System.Text.Json;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Errors;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing.Parts;

/// <summary>The reader's words for opening balances.</summary>
internal sealed class OpeningWording(IStringLocalizer<OpeningTexts> texts, ErrorText errors)
{
    public static Tone ToneOf(OpeningState state) => state switch
    {
        OpeningState.Booked => Tone.Good,
        OpeningState.Checked => Tone.Info,
        OpeningState.Undone => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(OpeningVerdict verdict) => verdict switch
    {
        OpeningVerdict.Ready or OpeningVerdict.Booked => Tone.Good,
        OpeningVerdict.Undone => Tone.Warning,
        OpeningVerdict.Wrong => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>What a field is called, as the template's column.</summary>
    public string FieldOf(string field) =>
        Enum.GetValues<OpeningField>().Where(known => JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) == field).Select(known => texts["Field." + known].Value).FirstOrDefault(field);

    /// <summary>What is wrong with a row; empty: nothing.</summary>
    public string ReasonOf(IReadOnlyList<FieldError> problems) => string.Join(' ', problems.Select(problem => $"{FieldOf(problem.Field)}: {errors.Of(problem)}"));
}
