using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Billing;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Documents;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Web.Account.Api;
using IspPortal.Web.Documents;
using IspPortal.Web.Features.ApiKeys.Api;
using IspPortal.Web.Features.Users.Api;
using IspPortal.Web.Layout;
using IspPortal.Web.Security;
using IspPortal.Web.Shared.Api;

if (LabProcess.IsAskedFor(args))
{
    await LabProcess.RunAsync(args, Console.Out);
    return 0;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.Services.AddPortalFoundation(builder.Configuration);
builder.Services.AddPortalIdentity(builder.Configuration);
builder.Services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping();
builder.Services.AddPrinting(builder.Configuration).AddPrintedDocuments();
builder.Services.AddReporting();
builder.Services.AddLab(builder.Configuration, onByDefault: builder.Environment.IsDevelopment());
builder.Services.AddLabAccounts();
builder.Services.AddLabNetworkSeeding();
builder.Services.AddPortalApi(builder.Configuration);
builder.AddPortalSecurity();
builder.AddShell();

var app = builder.Build();
if (!app.HasValidSettings(Console.Error))
{
    return 1;
}

app.UsePortalSecurity();
app.UsePortalApi();
app.UseAuthorization();
app.UseShell();
app.MapStaticAssets().AllowAnonymous();
app.MapPortalApi();
app.MapGroup(ApiRegistration.Root).MapAuth().MapUsers().MapApiKeys();
app.MapShell();
return await app.RunPortalAsync(args, Console.Out, Console.Error);
