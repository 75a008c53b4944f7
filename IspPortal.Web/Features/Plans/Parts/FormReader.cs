using System.Globalization;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>Reads what a person typed, and keeps what could not be read by the field's name.</summary>
internal sealed class FormReader
{
    private readonly List<FieldError> _failures = [];

    public Error? Error => _failures.Count == 0 ? null : CommonErrors.Invalid([.. _failures]);

    public static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public int? Whole(string field, string text) => Read(field, text, "common.not_a_number", trimmed =>
        int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : (int?)null);

    public int Needed(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _failures.Add(new FieldError(field, "common.required"));
        }

        return Whole(field, text) ?? 0;
    }

    /// <summary>A blank amount is nothing at all.</summary>
    public Money Amount(string field, string text) => Read(field, text, "plans.not_an_amount", trimmed => MoneyText.TryParse(trimmed, out var amount) ? amount : (Money?)null) ?? Money.Zero;

    public Money NeededAmount(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _failures.Add(new FieldError(field, "common.required"));
        }

        return Amount(field, text);
    }

    /// <summary>Mbit/s, unless a unit stands behind: <c>20</c>, <c>1,5</c>, <c>512k</c>, <c>1G</c>.</summary>
    public long? Speed(string field, string text) => Read(field, text, "plans.not_a_speed", trimmed => ReadSpeed(trimmed));

    public long NeededSpeed(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _failures.Add(new FieldError(field, "common.required"));
        }

        return Speed(field, text) ?? 1_000_000;
    }

    public DateOnly? Day(string field, string text) => Read(field, text, "plans.not_a_day", trimmed =>
        DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    public DateTime? Moment(string field, string text) => Read(field, text, "plans.not_a_day", trimmed =>
        DateTime.TryParseExact(trimmed, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : (DateTime?)null);

    public TimeOnly? Hour(string field, string text) => Read(field, text, "plans.not_a_span", trimmed =>
        TimeOnly.TryParseExact(trimmed, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : (TimeOnly?)null);

    public void Missing(string field) => _failures.Add(new FieldError(field, "common.required"));

    public static long? ReadSpeed(string text)
    {
        var plain = text.Trim().Replace(',', '.').Replace(" ", "", StringComparison.Ordinal);
        return plain.Length > 0 && RatePair.TryParseRate(char.IsAsciiDigit(plain[^1]) ? plain + "M" : plain, out var rate) && rate > 0 ? rate : null;
    }

    /// <summary>The shortest text that is read as the same: Mbit/s where it is whole or has one digit behind.</summary>
    public static string TextOf(long? rate) => rate switch
    {
        null => "",
        { } whole when whole % 100_000 == 0 => (whole / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture),
        { } other => string.Create(CultureInfo.InvariantCulture, $"{other / 1_000}k"),
    };

    public static string TextOf(Money amount) => amount.IsZero ? "" : amount.Minor.ToString(CultureInfo.InvariantCulture);

    private T? Read<T>(string field, string text, string code, Func<string, T?> read)
        where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var value = read(text.Trim());
        if (value is null)
        {
            _failures.Add(new FieldError(field, code));
        }

        return value;
    }
}
