using System.ComponentModel;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Web.Account.Api;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.ApiKeys.Api;

/// <summary>/api/v1/api-keys</summary>
internal static class ApiKeyEndpoints
{
    private static readonly string[] Sorts = ["name", "prefix", "maker", "state", "created", "lastUsed", "expires"];

    public static IEndpointRouteBuilder MapApiKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api-keys").WithTags("API keys");

        keys.MapGet("/", ListAsync).WithName("listApiKeys").Needs(IdentityPermissions.ApiKeysRead)
            .WithSummary("List API keys")
            .WithDescription("Search looks at name and prefix. Sorts: name, prefix, maker, state, created, lastUsed, expires; by default the newest come first.")
            .AnswersPage<ApiKeyRow>();

        keys.MapGet("/{id}", GetAsync).WithName("getApiKey").Needs(IdentityPermissions.ApiKeysRead)
            .WithSummary("One API key")
            .WithDescription("lostScopes are those that do not count now because the maker lost the permission.")
            .Produces<ApiKeyDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

        // No Idempotency-Key: the kept answer would be the secret in the database. A key that nobody received is revoked.
        keys.MapPost("/", CreateAsync).WithName("createApiKey").Needs(IdentityPermissions.ApiKeysWrite).NeedsPerson()
            .WithSummary("Make an API key")
            .WithDescription("The answer's secret is the whole key; it is never shown again. Every scope must be a permission of the caller.")
            .Produces<IssuedApiKey>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        keys.MapPost("/{id}/revoke", RevokeAsync).WithName("revokeApiKey").Needs(IdentityPermissions.ApiKeysWrite)
            .WithSummary("Revoke an API key")
            .WithDescription("It stops working at once and for good.")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only keys in this state.")] EnumWord<ApiKeyState>? state,
        [FromQuery, Description("Only keys that this user made.")] Guid? makerId,
        IApiKeyDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = state.Read("state");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await directory.ListAsync(new ApiKeyFilter(wanted.Value, makerId), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IApiKeyDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static key => key);

    private static async Task<IResult> CreateAsync(CreateApiKeyBody body, IApiKeyIssuer issuer, CancellationToken cancellationToken)
    {
        var request = new CreateApiKeyRequest(body.Name ?? "", body.Scopes ?? [], body.ExpiresAtUtc?.UtcDateTime, body.AllowedAddresses);
        var issued = await issuer.CreateAsync(request, cancellationToken);
        return issued.Succeeded ? new UncachedTokens(TypedResults.Created($"{ApiRegistration.Root}/api-keys/{issued.Value.Id}", issued.Value)) : ApiResults.Problem(issued.Error);
    }

    private static async Task<IResult> RevokeAsync(Guid id, RevokeApiKeyBody body, IApiKeyIssuer issuer, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await issuer.RevokeAsync(id, body.Reason ?? "", cancellationToken));
}
