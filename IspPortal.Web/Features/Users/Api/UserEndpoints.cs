using System.ComponentModel;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Users;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Users.Api;

/// <summary>/api/v1/users</summary>
internal static class UserEndpoints
{
    private static readonly string[] Sorts = ["name", "email", "state", "lastSignIn", "created"];

    public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users");

        users.MapGet("/", ListAsync).WithName("listUsers").Needs(IdentityPermissions.UsersRead)
            .WithSummary("List users")
            .WithDescription("Search looks at name and e-mail. Sorts: name, email, state, lastSignIn, created.")
            .AnswersPage<UserRow>();

        users.MapGet("/{id}", GetAsync).WithName("getUser").Needs(IdentityPermissions.UsersRead)
            .WithSummary("One user")
            .Produces<UserDetails>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        return api;
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only users who hold this role.")] string? role,
        [FromQuery, Description("Only users in this state.")] EnumWord<UserState>? state,
        IUserDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = state.Read("state");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : role is not null && !PortalRoles.Exists(role) ? ApiResults.Problem(ApiErrors.UnknownValue("role", PortalRoles.All))
            : ApiResults.Page(await directory.ListAsync(new UserFilter(role, wanted.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IUserDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static user => user);
}
