using IspPortal.Core.Settings;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Settings.Api;

/// <summary>/api/v1/settings</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Settings");

        settings.MapGet("/", ListAsync).WithName("listSettings").Needs(SettingsPermissions.SettingsRead)
            .WithSummary("List the sections of the settings")
            .WithDescription("Search looks at the key.")
            .AnswersPage<SettingsSectionResource>();

        settings.MapGet("/{key}", GetAsync).WithName("getSettings").Needs(SettingsPermissions.SettingsRead)
            .WithSummary("Read one section")
            .Produces<SettingsSectionResource>().Fails(StatusCodes.Status404NotFound);

        settings.MapPut("/{key}", SaveAsync).WithName("saveSettings").Needs(SettingsPermissions.SettingsWrite)
            .WithSummary("Replace one section")
            .WithDescription("Fields that are left out take their defaults. version is required.")
            .Produces<SettingsSectionResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, ISettingsCatalog catalog, CancellationToken cancellationToken)
    {
        var page = list.Read();
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var sections = await catalog.ListAsync(cancellationToken);
        return ApiResults.Ok(sections, all => ApiPage.Cut(all, page.Value, static section => section.Key, SettingsSectionResource.Of));
    }

    private static async Task<IResult> GetAsync(string key, ISettingsCatalog catalog, CancellationToken cancellationToken) =>
        ApiResults.Ok(await catalog.FindAsync(key, cancellationToken), SettingsSectionResource.Of);

    private static async Task<IResult> SaveAsync(string key, SaveSettingsBody body, ISettingsCatalog catalog, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        if (body.Values is not { } values)
        {
            return ApiResults.Problem(ApiErrors.Field("values", "common.required"));
        }

        var saved = await catalog.SaveAsync(key, values, version, cancellationToken);
        return saved.Succeeded ? await GetAsync(key, catalog, cancellationToken) : ApiResults.Problem(saved.Error);
    }
}
