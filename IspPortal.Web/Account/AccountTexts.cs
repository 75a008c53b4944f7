namespace IspPortal.Web.Account;

/// <summary>Texts of the sign-in and account pages.</summary>
internal sealed class AccountTexts;
