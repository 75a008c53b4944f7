using IspPortal.Core.Common.People;

namespace IspPortal.Core.Customers;

/// <summary>Texts of forms as they are stored. What cannot be read stays as typed, so that validation can refuse it.</summary>
internal static class CustomerText
{
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static string? Phone(string? text) => OrNull(text) is { } typed ? PhoneNumber.ToE164(typed) ?? typed : null;

    /// <summary>Without the spaces, dots and dashes that people write between digits.</summary>
    public static string? Digits(string? text) => OrNull(text) is { } typed ? string.Concat(typed.Where(c => c is not (' ' or '.' or '-'))) : null;
}
