using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Account.Api;

/// <summary>/api/v1/auth</summary>
internal static class AuthEndpoints
{
    public static IEndpointRouteBuilder MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in").NeedsPerson();

        auth.MapPost("/token", IssueAsync).WithName("issueToken").AllowAnonymous()
            .WithSummary("Sign in")
            .WithDescription("An access token of 15 minutes, and a refresh token that is replaced at each use. 401 identity.code_required: send the code as well.")
            .Produces<TokenPair>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized);

        auth.MapPost("/refresh", RefreshAsync).WithName("refreshToken").AllowAnonymous()
            .WithSummary("Get the next pair of tokens")
            .WithDescription("The refresh token stops working. Using it again revokes all that followed from the same sign-in.")
            .Produces<TokenPair>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized);

        auth.MapPost("/revoke", RevokeAsync).WithName("revokeToken").AllowAnonymous()
            .WithSummary("Sign out")
            .WithDescription("Revokes the refresh token and all that followed from the same sign-in. An unknown token is no error.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest);

        auth.MapGet("/me", MeAsync).WithName("me").WithSummary("Who the caller is and what the caller may do").Produces<MeResource>();
        return api;
    }

    private static async Task<IResult> IssueAsync(TokenBody body, IApiTokens tokens, CancellationToken cancellationToken) =>
        Answer(await tokens.IssueAsync(body.Email ?? "", body.Password ?? "", body.Code, cancellationToken));

    private static async Task<IResult> RefreshAsync(RefreshBody body, IApiTokens tokens, CancellationToken cancellationToken) =>
        Answer(await tokens.RefreshAsync(body.RefreshToken ?? "", cancellationToken));

    private static async Task<IResult> RevokeAsync(RefreshBody body, IApiTokens tokens, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await tokens.RevokeAsync(body.RefreshToken ?? "", cancellationToken));

    private static async Task<IResult> MeAsync(IAccountSelfService self, ICurrentActor current, CancellationToken cancellationToken) =>
        ApiResults.Ok(await self.GetAsync(cancellationToken), profile => new MeResource(
            profile.UserId, profile.Email, profile.Name, profile.Roles, [.. current.Actor.Permissions.Order(StringComparer.Ordinal)], profile.Culture));

    private static IResult Answer(Result<TokenPair> pair) => new UncachedTokens(ApiResults.Ok(pair, static value => value));
}
