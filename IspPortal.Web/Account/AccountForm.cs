using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Account;

/// <summary>What the browser sends with the forms of the account pages; each form fills only its own fields.</summary>
internal sealed class AccountForm
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }

    public string? Repeat { get; set; }

    public string? Code { get; set; }

    public string? Culture { get; set; }

    public string? Theme { get; set; }

    /// <summary>The passwords differ: nobody should find that out at the next sign-in.</summary>
    public Error? Mismatch() => Password == Repeat ? null : Error.Invalid("identity.password_mismatch", new FieldError("repeat", "identity.password_mismatch"));
}
