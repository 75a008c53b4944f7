namespace IspPortal.Infrastructure.Identity;

/// <summary>The form in which e-mails are compared.</summary>
internal static class EmailName
{
    public static string Normalize(string email) => email.Trim().ToUpperInvariant();
}
