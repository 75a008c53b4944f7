using System.Globalization;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Features.Map.Drawing;

/// <summary>Numbers as somebody typed them into a form.</summary>
internal static class NumberText
{
    /// <summary>The number, null where nothing is typed; a field error where it is none.</summary>
    public static (double? Number, FieldError? Wrong) Read(string text, string field, CultureInfo culture) =>
        string.IsNullOrWhiteSpace(text) ? (null, null)
        : double.TryParse(text.Trim(), NumberStyles.Float, culture, out var number) && double.IsFinite(number) ? (number, null)
        : (null, new FieldError(field, "common.not_a_number"));
}
