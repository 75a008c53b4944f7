using System.Net.Mail;
using IspPortal.Core.Common.People;

namespace IspPortal.Core.Customers;

/// <summary>Rules of single fields; null is always allowed.</summary>
internal static class CustomerRules
{
    public static bool IsPhone(string? text) => text is null || PhoneNumber.ToE164(text) == text;

    public static bool IsEmail(string? text) => text is null || (MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal));

    public static bool AreDigits(string text, int least, int most) => text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit);
}
