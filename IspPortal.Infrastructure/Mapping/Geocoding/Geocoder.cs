using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Mapping.Geocoding;

internal sealed class Geocoder(ICurrentActor actor, ISettingsReader<GeocodingSettings> settings, GeocoderQueue queue, GeocoderMemory memory, NominatimClient client) : IGeocoder
{
    private const int MostText = 200;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async ValueTask<GeocoderUse> UseAsync(CancellationToken cancellationToken)
    {
        if (!actor.Actor.May(MappingPermissions.MapRead))
        {
            return default;
        }

        var now = await settings.GetAsync(cancellationToken);
        var isOn = GeocodingAddress.BaseOf(now.Server) is not null;
        return new GeocoderUse(isOn, isOn && now.CustomersAddresses, now.Attribution);
    }

    public async Task<Result<IReadOnlyList<FoundPlace>>> SearchAsync(string text, bool isCustomersAddress, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MappingPermissions.MapRead) ?? PlainText.Refuse(text, "text")) is { } refused)
        {
            return refused;
        }

        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length is 0 or > MostText)
        {
            return CommonErrors.Invalid([words.Length == 0 ? new FieldError("text", "common.required") : new FieldError("text", "common.too_long", MostText)]);
        }

        var now = await settings.GetAsync(cancellationToken);
        return await AskAsync(
            now,
            isCustomersAddress,
            server => GeocodingAddress.Search(now, server, words, Language),
            answer => GeocodingAnswer.Places(answer) is { } places ? Result.Of(places) : GeocodingErrors.Failed,
            cancellationToken);
    }

    public async Task<Result<string?>> AddressAtAsync(GeoPoint point, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        if (!point.IsOnEarth)
        {
            return CommonErrors.Invalid([new FieldError("latitude", "common.out_of_range", -90, 90)]);
        }

        var now = await settings.GetAsync(cancellationToken);
        return await AskAsync(
            now,
            isCustomersAddress: true,
            server => GeocodingAddress.Reverse(now, server, point, Language),
            answer => GeocodingAnswer.TryAddress(answer, out var address) ? Result.Of(address) : GeocodingErrors.Failed,
            cancellationToken);
    }

    private async Task<Result<T>> AskAsync<T>(GeocodingSettings now, bool isCustomersAddress, Func<Uri, Uri> addressOf, Func<JsonElement, Result<T>> read, CancellationToken cancellationToken)
    {
        if (GeocodingAddress.BaseOf(now.Server) is not { } server)
        {
            return GeocodingErrors.Off;
        }

        if (isCustomersAddress && !now.CustomersAddresses)
        {
            return GeocodingErrors.CustomersStay;
        }

        var address = addressOf(server);
        if (memory.TryGet<T>(address.AbsoluteUri, out var known))
        {
            return known;
        }

        return await queue.RunAsync(TimeSpan.FromSeconds(now.SecondsBetween), LookAsync, cancellationToken);

        async Task<Result<T>> LookAsync()
        {
            var answer = await client.AskAsync(address, now.Email, cancellationToken);
            var found = answer.Succeeded ? read(answer.Value) : answer.Error;
            if (found.Succeeded)
            {
                memory.Put(address.AbsoluteUri, found.Value);
            }

            return found;
        }
    }
}
