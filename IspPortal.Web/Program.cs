using IspPortal.Infrastructure.Idempotency;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Web.Account.Api;
using IspPortal.Web.Features.Users.Api;
using IspPortal.Web.Layout;
using IspPortal.Web.Security;
using IspPortal.Web.Shared.Api;
using Microsoft.Extensions.Options;

if (LabProcess.IsAskedFor(args))
{
    await LabProcess.RunAsync(args, Console.Out);
    return 0;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.Services.AddPersistence(builder.Configuration);
builder.Services.AddPortalIdentity(builder.Configuration);
builder.Services.AddIdempotency();
builder.Services.AddLab(builder.Configuration, onByDefault: builder.Environment.IsDevelopment());
builder.Services.AddLabAccounts();
builder.Services.AddPortalApi(builder.Configuration);
builder.AddPortalSecurity();
builder.AddShell();

var app = builder.Build();
app.UsePortalSecurity();
app.UsePortalApi();
app.UseAuthorization();
app.UseShell();
app.MapStaticAssets().AllowAnonymous();
app.MapGroup(ApiRegistration.Root).MapAuth().MapUsers();
app.MapShell();
try
{
    await app.RunAsync();
    return 0;
}
catch (StartupException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
    return 1;
}
