namespace IspPortal.Web.Features.Users;

/// <summary>Texts of the users pages.</summary>
internal sealed class UsersTexts;
